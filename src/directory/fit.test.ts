import { expect, test } from 'vitest'
import { someService } from './builders.ts'
import { byFit, fitOf, type PersonToPlace } from './fit.ts'
import type { Service, ServiceFields } from './listed-service.ts'

const today = '2026-03-02'
const danny: PersonToPlace = {
  calledName: 'Danny', bornOn: '1991-05-04', sex: 'MALE', prisonId: 'p1', prisonName: 'HMP Fernhall', releaseOn: '2026-03-06',
  isOnLicence: true, interpreterLanguage: null, accessNeeds: [], area: 'Wexley',
} // biome-ignore format: a person
const anyone = { sexes: [], minAge: null, maxAge: null, onLicence: null, languages: [], accessNeeds: [] }

const service = (fields: Partial<ServiceFields>, more: Partial<Service> = {}): Service => ({
  ...someService('Council', fields),
  id: 's1', agencyId: 'a1', verifiedOn: today, withdrawnAt: null, version: 1,
  reliability: { asked: 0, answered: 0, inTime: 0, accepted: 0, declined: 0, expired: 0, daysToAnswer: null },
  ...more,
}) // biome-ignore format: a service
const fit = (fields: Partial<ServiceFields>, person: Partial<PersonToPlace> = {}, isAskedAlready = false) =>
  fitOf(service(fields), { ...danny, ...person }, { neededByOn: '2026-03-04', today, isAskedAlready })
const codes = (found: ReturnType<typeof fit>) => found.reasons.map(({ weight, code }) => `${weight} ${code}`)

test('a service with a free place that takes the person fits, and says why', () => {
  const found = fit({ eligibility: { ...anyone, sexes: ['MALE'], minAge: 18, onLicence: true }, areas: ['Wexley'] })

  expect(found.verdict).toBe('fits')
  expect(codes(found)).toEqual(['yes takes', 'yes in-area'])
})

test.each<[string, Partial<ServiceFields>, Partial<PersonToPlace>, string]>([
  ['the other sex', { eligibility: { ...anyone, sexes: ['FEMALE'] } }, {}, 'no sex'],
  ['too young', { eligibility: { ...anyone, minAge: 35 } }, {}, 'no too-young'],
  ['too old', { eligibility: { ...anyone, maxAge: 25 } }, {}, 'no too-old'],
  ['on licence', { eligibility: { ...anyone, onLicence: false } }, {}, 'no licence'],
  ['closed on the day it is needed', { closedUntilOn: '2026-03-05' }, {}, 'no closed'],
  ['in another prison', { isInPrison: true, prisons: ['p2'] }, {}, 'no other-prison'],
  ['outside, for a service in prison', { isInPrison: true }, { prisonId: null }, 'no not-in-prison'],
  ['out before it starts', { isInPrison: true, leadTimeInDays: 10 }, {}, 'no leaves-before'],
])('does not fit somebody who is %s', (_, fields, person, reason) => {
  const found = fit(fields, person)

  expect(found.verdict).toBe('no')
  expect(codes(found)).toContain(reason)
})

test.each<[string, Partial<ServiceFields>, Partial<PersonToPlace>, string]>([
  ['a wait longer than the need', { placesFree: 0, waitInDays: 9 }, {}, 'partly wait'],
  ['a start that takes longer than the need', { leadTimeInDays: 28 }, {}, 'partly lead'],
  ['no room and no date for one', { placesFree: 0 }, {}, 'partly full'],
  ['another area', { areas: ['Northgate'] }, {}, 'partly other-area'],
  [
    'no speaker of the language',
    { eligibility: { ...anyone, languages: ['en'] } },
    { interpreterLanguage: 'pl' },
    'partly no-language',
  ],
])('fits in part with %s', (_, fields, person, reason) => {
  const found = fit(fields, person)

  expect(found.verdict).toBe('partly')
  expect(codes(found)).toContain(reason)
})

test('what is not known of a person shuts no door', () => {
  const strict = { ...anyone, sexes: ['FEMALE' as const], minAge: 18, maxAge: 25, onLicence: false }
  const unknown = { sex: null, bornOn: null, isOnLicence: null, area: null }

  expect(fit({ eligibility: strict, areas: ['Northgate'] }, unknown).verdict).toBe('fits')
})

test('the age counts on its day: twenty-five until the birthday, too old on it', () => {
  const upTo25 = { eligibility: { ...anyone, maxAge: 25 } }

  expect(fit(upTo25, { bornOn: '2000-03-03' }).verdict).toBe('fits')
  expect(fit(upTo25, { bornOn: '2000-03-02' }).verdict).toBe('no')
})

test('a place that was asked for this need is not offered again', () => {
  expect(codes(fit({}, {}, true))).toContain('no asked')
})

test('what fits comes first, then what answers most reliably', () => {
  const answers = (asked: number, answered: number) => ({
    reliability: { asked, answered, inTime: 0, accepted: 0, declined: 0, expired: 0, daysToAnswer: 1 },
  })
  const wish = { neededByOn: '2026-03-04', today, isAskedAlready: false }
  const [slow, quick, unfit] = [
    service({ name: 'A slow one' }, answers(10, 2)),
    service({ name: 'B quick one' }, answers(10, 9)),
    service({ name: 'C', placesFree: 0, waitInDays: 9 }, answers(10, 10)),
  ]

  const order = [unfit, slow, quick].map((each) => fitOf(each, danny, wish)).sort(byFit)

  expect(order.map(({ service: { name } }) => name)).toEqual(['B quick one', 'A slow one', 'C'])
})
