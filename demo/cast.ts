import { pncWithLetter } from '../src/people/index.ts'
import { type Calendar, moment } from './calendar.ts'
import others from './content/cast.json' with { type: 'json' }
import danny from './content/danny.json' with { type: 'json' }
import { pathwayCodes } from './content.ts'
import type { Given } from './generate/person.ts'
import type { Address, KnownDate, Profile, Status } from './profile.ts'
import { type When, whenOf } from './when.ts'

/** The people of the pictures, by their index; everybody after them is made up. */
export function cast(calendar: Calendar): Given[] {
  const when = whenOf(calendar)
  return ([danny, ...others] as unknown as Member[]).map((member, index) => givenBy(member, index, when))
}

/** A person as the files tell of them. What a file leaves out is made up. */
type Member = Partial<Pick<Profile, 'givenName' | 'bornOn' | 'sex' | 'assessment' | 'aliases' | 'phone'>> & {
  chosenName?: string
  middleNames?: string
  number: string
  prison: string
  wing: string
  cell: string
  received: string
  left?: string
  recalled?: boolean
  movedFrom?: string
  release: [string, string] | null
  licenceEnds?: string
  home?: string
  firstNight: 'SAFE' | 'HIDDEN' | 'NONE' | null
  workers: [worker: string, role: string, since: string, until?: string][]
  statuses: string
  sentences?: Record<string, string>
  declinedBy?: string
  declinedReason?: string[]
  assessedOn?: string
  planOn?: string
  lastSeen: number
  needs?: Record<string, unknown>[]
  referrals?: Record<string, unknown>[]
  steps?: Record<string, unknown>[]
  appointments?: Record<string, unknown>[]
  notes?: [at: string, by: string, kind: string, body: string, own?: string, group?: string, minutes?: number][]
}

const statusOf: Record<string, Status> = {
  N: 'NOT_STARTED',
  R: 'SUPPORT_REQUIRED',
  I: 'IN_PROGRESS',
  X: 'SUPPORT_NOT_REQUIRED',
  C: 'SUPPORT_DECLINED',
  D: 'DONE',
}

function givenBy(member: Member, index: number, when: When): Given {
  const { number, prison, wing, cell, received, left, recalled, movedFrom, release, licenceEnds, home, firstNight } =
    member
  const { workers, statuses, needs, referrals, steps, appointments, notes, assessedOn, planOn, ...rest } = member
  const pnc = pncWithLetter('2009', String(9_500_000 + index))
  const stay = { prison, wing, cell, received: when.day(received), left: left ? when.workday(left) : null }
  return {
    ...rest,
    chosenName: member.chosenName ?? '',
    middleNames: member.middleNames ?? '',
    numbers: [
      { type: 'PRISON_NUMBER', value: number },
      { type: 'PNC', value: pnc },
    ],
    addresses: addressesOf(home, firstNight),
    stay: { ...stay, isRecalled: recalled ?? false, movedFrom },
    dates: release ? datesOf(release, licenceEnds, stay.left, when) : [],
    workers: workers.map(([worker, role, since, until]) => {
      return { worker, role, since: when.day(since), until: until === undefined ? undefined : when.day(until) }
    }),
    statuses: Object.fromEntries(pathwayCodes.map((code, at) => [code, statusOf[statuses[at]!]!])),
    ...(assessedOn ? { assessedOn: when.day(assessedOn) } : {}),
    planOn: planOn ? when.day(planOn) : null,
    ...(needs ? { needs: read<Profile['needs'][number]>(needs, when, { reason: '', isForPerson: false }) } : {}),
    ...(referrals ? { referrals: read<Profile['referrals'][number]>(referrals, when, {}) } : {}),
    ...(steps
      ? { steps: read<Profile['steps'][number]>(steps, when, { reason: '', pathway: null, closed: null }) }
      : {}),
    appointments: read<Profile['appointments'][number]>(appointments ?? [], when, nothingSaid),
    notes: (notes ?? []).map(([at, by, kind, body, own = '', group = 'notes', minutes]) => {
      return { kind, group, pathway: null, body, own, by, at: when.at(at), minutes: minutes ?? null }
    }),
  } as Given
}

const nothingSaid = { bring: '', withName: '', attendance: null, reason: '' }
const days = new Set(['neededBy', 'due', 'starts'])
const moments = new Set([
  'raised',
  'sent',
  'received',
  'accepted',
  'declined',
  'started',
  'ended',
  'expired',
  'chased',
  'asked',
  'made',
  'closed',
])

/** What is written as a day or a moment becomes one; a time on the clock tells which. */
function read<T>(rows: Record<string, unknown>[], when: When, defaults: object): T[] {
  return rows.map((row) => {
    const entries = Object.entries(row).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value]
      if (moments.has(name) || (days.has(name) && value.includes(':'))) return [name, when.at(value)]
      return [name, days.has(name) ? when.day(value) : value]
    })
    return { ...defaults, ...Object.fromEntries(entries) } as T
  })
}

function datesOf(
  [type, day]: [string, string],
  ends: string | undefined,
  left: number | null,
  when: When,
): KnownDate[] {
  const known = moment((left ?? 1) - 1, 370)
  const on = when.workday(day)
  return [
    { type, day: on, known, replaced: null },
    { type: 'SLED', day: ends ? when.day(ends) : on + 270, known, replaced: null },
  ]
}

function addressesOf(home: string | undefined, firstNight: Member['firstNight']): Address[] {
  const nowhere = { lines: '', postcode: '', hasNone: true, isHidden: false }
  const before = { lines: home ?? '12 Chapel Street, Wexley', postcode: 'WX3 4LQ', hasNone: false, isHidden: false }
  const addresses: Address[] = [{ kind: 'BEFORE_CUSTODY', ...before }]
  if (firstNight === 'NONE') addresses.push({ kind: 'FIRST_NIGHT', ...nowhere })
  if (firstNight === 'SAFE') addresses.push({ kind: 'FIRST_NIGHT', ...before, lines: '8 Bell Street, Wexley' })
  if (firstNight === 'HIDDEN') {
    addresses.push({ kind: 'FIRST_NIGHT', ...before, lines: '2 Harbour Street, Wexley', isHidden: true })
  }
  return addresses
}
