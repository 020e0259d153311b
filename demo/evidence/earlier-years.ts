import { pncWithLetter } from '../../src/people/index.ts'
import { addDays, type Day, daysBetween } from '../../src/platform/calendar-day.ts'
import { makeIdentity } from '../generate/identity.ts'
import { pncSerialFrom } from '../generate/numbers.ts'
import { type Random, randomOf } from '../random.ts'
import type { Context } from '../write/context.ts'
import type { Period, Periods } from './periods.ts'

/** Somebody who left HMP Fernhall years ago, whose case is closed: they are in no list, and in two cohorts. */
export interface Leaver {
  personId: string
  caseId: string
  pnc: string
  bornOn: Day
  leftOn: Day
  isInProject: boolean
  random: Random
}

const seed = 20_270
const firstIndex = 990_000 // of nobody whom the demonstration makes up otherwise
const peopleInYear = [160, 160, 70] // of the last year the demonstration has others, whose cases are open
const daysOnLicence = 240
const [youngest, oldest] = [19 * 365, 48 * 365] // days, on the day on which they left

/** Writes who left in three years, with the least that a closed case keeps. @param names - of everybody so far: nobody is called as they are. */
export function writeEarlierYears(context: Context, { before, first, second }: Periods, names: Set<string>): Leaver[] {
  return [before, first, second].flatMap((period, year) =>
    Array.from({ length: peopleInYear[year]! }, (_, nth) => {
      const index = firstIndex + year * 1_000 + nth
      return writeLeaver(context, period, index, { isInProject: year > 0, names })
    }),
  )
}

function writeLeaver(
  context: Context,
  period: Period,
  index: number,
  { isInProject, names }: { isInProject: boolean; names: Set<string> },
): Leaver {
  const { sheets, newId, calendar, partnership, agreementId } = context
  const random = randomOf(seed, index)
  let identity = makeIdentity(random, index, 'MALE', calendar)
  while (names.has(nameOf(identity))) identity = makeIdentity(random, index, 'MALE', calendar)
  names.add(nameOf(identity))
  const prison = partnership.agency('FHI')
  const area = partnership.agency(random.chance(0.6) ? 'WXP' : 'CAP')
  const leftOn = addDays(period.from, random.between(0, daysBetween(period.from, period.to)))
  const receivedOn = addDays(leftOn, -random.between(60, 420))
  const supervisedUntil = addDays(leftOn, daysOnLicence)
  const endedOn = supervisedUntil < calendar.today ? supervisedUntil : calendar.day(-1)
  const [personId, caseId] = [newId(), newId()]
  const bornOn = addDays(leftOn, -random.between(youngest, oldest))
  const pnc = pncWithLetter(leftOn.slice(0, 4), pncSerialFrom(index))
  const numbers = [{ type: 'PNC', value: pnc }, ...identity.numbers.filter(({ type }) => type === 'PRISON_NUMBER')]
  const own = { person_id: personId, source: 'PRISON_SEARCH', owner_agency_id: prison.id }
  const at = new Date(`${receivedOn}T09:00:00Z`)

  sheets.add('person', {
    id: personId,
    given_name: identity.givenName,
    family_name: identity.familyName,
    born_on: bornOn,
    sex: 'MALE',
    nationality: identity.nationality,
    languages: identity.languages,
    made_at: at,
    owner_agency_id: prison.id,
  })
  for (const { type, value } of numbers) {
    sheets.add('person_identifier', { id: newId(), type, value, known_at: at, ...own })
  }
  const stay = { agency_id: prison.id, left_reason: 'RELEASED', legal_status: 'SENTENCED', known_at: at, ...own }
  sheets.add('custody', { id: newId(), received_on: receivedOn, left_on: leftOn, ...stay })
  if (random.chance(0.09)) {
    const backOn = addDays(leftOn, random.between(20, 80))
    sheets.add('custody', { id: newId(), received_on: backOn, left_on: addDays(backOn, 28), ...stay })
  }
  sheets.add('case_file', {
    id: caseId,
    person_id: personId,
    opened_on: receivedOn,
    ended_on: endedOn,
    made_at: at,
    owner_agency_id: prison.id,
    opened_under: agreementId,
  })
  sheets.add('case_party', {
    id: newId(),
    case_id: caseId,
    agency_id: area.id,
    account_id: null,
    relationship: 'SUPERVISION',
    role: null,
    since_on: addDays(leftOn, -30),
    until_on: endedOn,
    owner_agency_id: area.id,
  })
  return { personId, caseId, pnc, bornOn, leftOn, isInProject, random }
}

const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`
