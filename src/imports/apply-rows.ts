import { tellWorkers } from '../alerts/index.ts'
import { placePeople, type ReleaseDateKind, sayReleaseDates } from '../custody/index.ts'
import { addAliases, addIdentifiers, addPeople, changePeople, type Jurisdiction } from '../people/index.ts'
import { type Day, dayAt } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { compare, type Difference } from './compare.ts'
import type { PlannedRow } from './examine.ts'
import type { IncomingPerson } from './incoming-person.ts'
import { type KnownPerson, listKnownPeople } from './queries/known.ts'
import { receivePeople } from './queries/rows.ts'
import { keyOf } from './read-identifiers.ts'

/** What a row did, as undoing needs it. */
export interface Done {
  did: 'ADDED' | 'CHANGED'
  personId: string
  caseId: string
  /** What the record said before, of what the row changed; of a person who arrived, nothing. */
  was?: Pick<KnownPerson, 'stay' | 'version'> & { fields: Record<string, unknown> }
  /** Dates said by the row, and what each replaced. */
  dates: { id: string; kind: ReleaseDateKind; was: Day | null }[]
  arrived: boolean
  /** Numbers and other names that the row added to a record that was there. */
  new?: Pick<Difference, 'identifiers' | 'aliases'>
}

interface ApplyOptions {
  batchId: string
  jurisdiction: Jurisdiction
  source: string
  askedFor: ReadonlySet<ReleaseDateKind>
}

/**
 * Does what rows say, a few statements for a thousand of them: adds people and opens their cases, changes others. Each row
 * records one event.
 *
 * @param rows - planned as ADDED or CHANGED.
 * @returns by row, what was done.
 */
export async function applyRows(change: Change, rows: PlannedRow[], options: ApplyOptions): Promise<Map<number, Done>> {
  const work = rows.map((row) => ({ ...row, person: row.person!, personId: row.personId ?? newId() }))
  await addPeople(
    change,
    work.filter(({ outcome }) => outcome === 'ADDED').map(({ person, personId }) => ({ ...person, id: personId })),
  )

  const key = keyOf[options.jurisdiction]
  const received = await receivePeople(
    change,
    dayAt(change.now),
    work.map(({ person, personId }) => ({
      ...{ personId, caseId: newId(), keyType: key },
      keyValue: person.identifiers.find(({ kind }) => kind === key)?.value ?? null,
    })),
  )
  const caseOf = new Map(received.map((one) => [one.personId, one]))
  const arrived = work.filter(({ outcome, difference }) => outcome === 'CHANGED' && !difference)
  const known = new Map(
    (
      await listKnownPeople(
        change,
        arrived.map(({ personId }) => personId),
      )
    ).map((one) => [one.id, one]),
  )

  const done = new Map<number, Done>()
  const effects = emptyEffects()
  for (const row of work) {
    const { caseId } = caseOf.get(row.personId)!
    done.set(
      row.row,
      row.outcome === 'ADDED'
        ? add(row, caseId, effects)
        : alter(row, caseId, known.get(row.personId), options, effects),
    )
  }
  await Promise.all([
    changePeople(change, effects.fields),
    addIdentifiers(change, options.source, effects.identifiers),
    addAliases(change, options.source, effects.aliases),
    placePeople(change, options.source, effects.stays),
    sayReleaseDates(change, { source: options.source, isByHand: false }, effects.dates),
  ])
  for (const row of work) await recordRow(change, row, done.get(row.row)!, options)
  return done
}

type Work = PlannedRow & { person: IncomingPerson; personId: string }

const emptyEffects = () => ({
  fields: [] as Parameters<typeof changePeople>[1],
  identifiers: [] as Parameters<typeof addIdentifiers>[2],
  aliases: [] as Parameters<typeof addAliases>[2],
  stays: [] as Parameters<typeof placePeople>[2],
  dates: [] as Parameters<typeof sayReleaseDates>[2],
})
type Effects = ReturnType<typeof emptyEffects>

function add({ person, personId }: Work, caseId: string, effects: Effects): Done {
  effects.identifiers.push(...person.identifiers.map((identifier) => ({ personId, ...identifier })))
  effects.aliases.push(...person.aliases.map((alias) => ({ personId, ...alias })))
  effects.stays.push(stayOf(person, personId))
  const dates = Object.entries(person.dates).map(([kind, day]) => ({ id: newId(), kind: kind as ReleaseDateKind, day }))
  effects.dates.push(...dates.map((date) => ({ personId, ...date, isFirst: true })))
  return {
    did: 'ADDED',
    personId,
    caseId,
    dates: dates.map(({ id, kind }) => ({ id, kind, was: null })),
    arrived: false,
  }
}

function alter(
  row: Work,
  caseId: string,
  arrived: KnownPerson | undefined,
  options: ApplyOptions,
  effects: Effects,
): Done {
  const { person, personId } = row
  const known = row.known ?? arrived
  if (!known) throw new Error('A person who was received cannot be read.')
  const difference = row.difference ?? compare(person, known, options.source, options.askedFor)

  if (Object.keys(difference.fields).length > 0) effects.fields.push({ personId, fields: difference.fields })
  effects.identifiers.push(...difference.identifiers.map((identifier) => ({ personId, ...identifier })))
  effects.aliases.push(...difference.aliases.map((alias) => ({ personId, ...alias })))
  if (difference.isStayChanged) {
    const { isRecalled = known.stay?.isRecalled ?? false } = person
    effects.stays.push({ ...stayOf(person, personId), isRecalled })
  }
  const dates = difference.dates.map(({ kind, day, was }) => ({ id: newId(), kind, day, was }))
  effects.dates.push(...dates.map(({ id, kind, day }) => ({ id, personId, kind, day })))
  const names = Object.keys(difference.fields) as (keyof KnownPerson)[]
  const fields = Object.fromEntries(names.map((name) => [name, known[name]]))
  const was = { stay: known.stay, version: known.version, fields }
  row.difference = difference
  return {
    did: 'CHANGED',
    personId,
    caseId,
    was,
    dates: dates.map(({ id, kind, was }) => ({ id, kind, was })),
    arrived: arrived !== undefined,
    new: { identifiers: difference.identifiers, aliases: difference.aliases },
  }
}

const stayOf = ({ wing, cell, receivedOn, isRecalled, legalStatus }: IncomingPerson, personId: string) => ({
  personId,
  wing,
  cell,
  receivedOn: receivedOn ?? null,
  isRecalled: isRecalled ?? false,
  legalStatus: legalStatus ?? null,
})

/** A date that is shown has moved, or moved back: whoever works on the case hears of it. */
export async function recordMove(
  change: Change,
  { personId, caseId }: Pick<Done, 'personId' | 'caseId'>,
  batchId: string,
  move: NonNullable<Difference['shownMove']>,
): Promise<void> {
  const about = { name: 'release-date.moved', subjectId: personId, caseId, fieldGroup: 'custody' as const }
  change.record({ ...about, personId, details: { batchId, ...move } })
  await tellWorkers(change, { ...about, details: { ...move } })
}

/** One event a row. A date that moved is the one that the people on the case must hear of. */
async function recordRow(
  change: Change,
  { difference, outcome }: Work,
  { personId, caseId, arrived }: Done,
  { batchId }: ApplyOptions,
): Promise<void> {
  const about = { subjectId: personId, caseId, personId }
  const move = difference?.shownMove
  if (move && !arrived) {
    return recordMove(change, { personId, caseId }, batchId, move)
  }
  const name = outcome === 'ADDED' ? 'person.imported' : arrived ? 'person.arrived' : 'person.import-changed'
  change.record({ name, ...about, fieldGroup: 'identity', details: { batchId } })
}
