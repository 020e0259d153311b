import type { Client } from 'pg'
import { addDays, addMonths, type Day } from '../../src/platform/calendar-day.ts'
import type { Calendar } from '../calendar.ts'
import { moment } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Leaver } from './earlier-years.ts'

interface Offence {
  pnc: string
  reference: string
  offenceOn: Day
  outcome: string
  outcomeOn: Day | null
  kind: string
  category: string
}

const kinds = [
  { kind: 'Theft from a shop', category: 'THEFT_NON_MOTOR', weight: 30 },
  { kind: 'Possession of a class B drug', category: 'DRUG_POSSESSION_OR_SUPPLY', weight: 14 },
  { kind: 'Common assault', category: 'VIOLENCE_AGAINST_THE_PERSON_SUB_ABH', weight: 14 },
  { kind: 'Burglary of a home', category: 'BURGLARY_DOMESTIC', weight: 12 },
  { kind: 'Criminal damage', category: 'CRIMINAL_DAMAGE', weight: 10 },
  { kind: 'Driving while disqualified', category: 'MOTORING_OFFENCES', weight: 10 },
  { kind: 'Robbery', category: 'ACQUISITIVE_VIOLENCE', weight: 4 },
  { kind: 'Handling stolen goods', category: 'HANDLING_STOLEN_GOODS', weight: 6 },
]
const columns = {
  'PNC ID': 'PNC',
  Reference: 'reference',
  'Offence date': 'offenceOn',
  Outcome: 'outcome',
  'Outcome date': 'outcomeOn',
  Offence: 'kind',
  Category: 'category',
}

/** An extract that the police brought in: what each was convicted of before, and what came after; some of it not proven, or too late. */
export async function writeOffences(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  leavers: readonly Leaver[],
): Promise<void> {
  const offences = leavers.flatMap((leaver, nth) => offencesOf(leaver, nth))
  const told = offences.filter(({ offenceOn, outcomeOn }) => (outcomeOn ?? offenceOn) <= calendar.day(-40))
  const batchId = newId()
  const counts = { read: told.length, added: told.length, changed: 0, unchanged: 0, duplicates: 0, rejected: 0 }
  await client.query(
    `insert into import_batch (id, agency_id, file_name, format, kind, columns, counts, made_by, made_at, committed_at)
     select $1, agency_id, 'offences-and-outcomes.csv', 'CSV', 'OFFENCES', $2, $3, id, $4, $5 from account where email = 'anil@wexley-police.example'`,
    [
      ...[batchId, JSON.stringify(columns), JSON.stringify(counts)],
      ...[calendar.past(moment(-21, 620)), calendar.past(moment(-21, 632))],
    ],
  )
  await client.query(
    `insert into offence_record (batch_id, row, identifier_type, identifier, reference, offence_on, outcome, outcome_on, kind, category, is_whole_history, owner_agency_id)
     select $1, row_number() over (), 'PNC', o.pnc, o.reference, o."offenceOn", o.outcome, o."outcomeOn", o.kind, o.category, true, b.agency_id
     from import_batch b, jsonb_to_recordset($2) as o(pnc text, reference text, "offenceOn" date, outcome text, "outcomeOn" date, kind text, category text)
     where b.id = $1`,
    [batchId, JSON.stringify(told)],
  )
}

function offencesOf({ pnc, bornOn, leftOn, isInProject, random }: Leaver, nth: number): Offence[] {
  const earlier = random.pickWeighted([1, 3, 6, 11, 18, 26], (count) => 20 / (count + 9))
  const grownUp = addMonths(bornOn, 16 * 12)
  const before = Array.from({ length: earlier }, (_, back) => {
    const on = addDays(leftOn, -140 - back * random.between(60, 170))
    return on > grownUp || back === 0 ? proven(random, on, 90) : []
  }).flat()
  const chance = Math.min(0.88, 0.3 + 0.03 * earlier) * (isInProject ? 0.78 : 1)
  const count = random.chance(chance) ? random.pickWeighted([1, 2, 3, 5, 8], (times) => 6 / times) : 0
  const after = Array.from({ length: count }, () =>
    proven(random, addDays(leftOn, random.between(9, 340)), random.between(20, 150)),
  ).flat()
  const rest = random.chance(0.15)
    ? [notProven(random, addDays(leftOn, random.between(20, 300)))]
    : random.chance(0.2)
      ? proven(random, addMonths(leftOn, random.between(13, 22)), 90) // after the year
      : []
  return [...before, ...after, ...rest].map((offence, at) => ({ pnc, reference: `WP${nth}-${at}`, ...offence }))
}

function proven(random: Random, offenceOn: Day, days: number) {
  const { kind, category } = random.pickWeighted(kinds, ({ weight }) => weight)
  const outcome = random.chance(0.12) ? 'caution' : 'conviction'
  return [{ offenceOn, outcome, outcomeOn: addDays(offenceOn, days), kind, category }]
}

function notProven(random: Random, offenceOn: Day) {
  const { kind, category } = random.pickWeighted(kinds, ({ weight }) => weight)
  return { offenceOn, outcome: 'no further action', outcomeOn: addDays(offenceOn, 60), kind, category }
}
