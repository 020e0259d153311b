import { type DateSaid, placePeople, sayReleaseDates } from '../custody/index.ts'
import { changePeople, type PersonFields, removeAliases, removeIdentifiers } from '../people/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { type Done, recordMove } from './apply-rows.ts'
import { moveOf } from './compare.ts'
import type { Batch } from './queries/batches.ts'
import { type KnownPerson, listKnownPeople } from './queries/known.ts'
import { type BatchRow, forgetPeople } from './queries/rows.ts'

/** Why a row was not undone, or not wholly: somebody else's work is kept. */
export type KeptReason = 'worked-on' | 'changed-since' | 'arrived'

export interface Undone {
  rows: number[]
  kept: { row: number; reason: KeptReason }[]
}

export const undoableForHours = 24

/** How long ago a batch may have been committed to be undone. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - undoableForHours * 3_600_000)

/**
 * Takes back what rows did: people who were added go, unless somebody worked with them since; others get back what the
 * record said, unless somebody changed it since.
 */
export async function undoRows(change: Change, batch: Batch, rows: BatchRow[]): Promise<Undone> {
  const done = rows.flatMap(({ row, before, incoming }) => (before && incoming ? { row, before, incoming } : []))
  const added = done.filter(({ before }) => before.did === 'ADDED').map(({ row }) => row)
  const gone = await forgetPeople(change, batch.id, added, undoableSince(change.now))

  const altered = done.filter(({ before }) => before.did === 'CHANGED')
  const people = await listKnownPeople(
    change,
    altered.map(({ before }) => before.personId),
  )
  const known = new Map(people.map((person) => [person.id, person]))
  const isGone = new Set(gone)
  const kept: Undone['kept'] = added.filter((row) => !isGone.has(row)).map((row) => ({ row, reason: 'worked-on' }))

  const effects: Effects = { fields: [], identifiers: [], aliases: [], dates: [], stays: [] }
  for (const { row, before, incoming } of altered) {
    const now = known.get(before.personId)
    const reason = now && before.was ? takeBack(before, now, incoming, effects) : 'arrived'
    if (reason) kept.push({ row, reason })
    const { caseId, personId } = before
    change.record({
      name: 'import.row-undone',
      subjectId: personId,
      caseId,
      personId,
      fieldGroup: 'custody',
      details: { batchId: batch.id },
    })
  }
  await changePeople(change, effects.fields)
  await removeIdentifiers(change, batch.format, effects.identifiers)
  await removeAliases(change, batch.format, effects.aliases)
  await sayReleaseDates(change, { source: batch.format, isByHand: false }, effects.dates)
  await placePeople(change, batch.format, effects.stays)
  await tellOfMoves(change, batch.id, altered, known, effects)
  const isKept = new Set(kept.map(({ row }) => row))
  return { rows: done.map(({ row }) => row).filter((row) => !isKept.has(row)), kept }
}

/** Whoever works on a case hears where the date on the lists moves, whichever rows and dates moved it: once a person. */
async function tellOfMoves(
  change: Change,
  batchId: string,
  altered: { before: Done }[],
  known: ReadonlyMap<string, KnownPerson>,
  { dates, stays }: Effects,
): Promise<void> {
  const caseOf = new Map(altered.map(({ before }) => [before.personId, before.caseId]))
  const datesOf = Map.groupBy(dates, ({ personId }) => personId)
  const stayOf = new Map(stays.map((stay) => [stay.personId, stay]))
  for (const [personId, now] of known) {
    const move = moveOf(now, datesOf.get(personId) ?? [], stayOf.get(personId)?.isRecalled)
    if (move) await recordMove(change, { personId, caseId: caseOf.get(personId)! }, batchId, move)
  }
}

type FieldsBack = { personId: string; fields: PersonFields }
type StayBack = Parameters<typeof placePeople>[2][number]
interface Effects {
  fields: FieldsBack[]
  identifiers: Parameters<typeof removeIdentifiers>[2]
  aliases: Parameters<typeof removeAliases>[2]
  dates: DateSaid[]
  stays: StayBack[]
}

interface StaySaid {
  wing: string
  cell: string
  isRecalled?: boolean
}

const isSameStay = (one: StaySaid, other: StaySaid | null | undefined): boolean =>
  one.wing === other?.wing && one.cell === other.cell && one.isRecalled === other.isRecalled

function takeBack(
  { personId, was, dates, arrived, new: added }: Done,
  now: KnownPerson,
  incoming: StaySaid,
  effects: Effects,
): KeptReason | undefined {
  let reason: KeptReason | undefined
  const fields = was?.fields ?? {}
  if (Object.keys(fields).length > 0) {
    if (now.version === (was?.version ?? 0) + 1) effects.fields.push({ personId, fields })
    else reason = 'changed-since'
  }
  effects.identifiers.push(...(added?.identifiers ?? []).map((identifier) => ({ personId, ...identifier })))
  effects.aliases.push(...(added?.aliases ?? []).map((alias) => ({ personId, ...alias })))
  for (const { id, kind, was: day } of dates) {
    if (now.dates.some((date) => date.id === id)) effects.dates.push({ id: newId(), personId, kind, day })
    else reason = 'changed-since'
  }
  if (arrived || (!was?.stay && now.stay)) return 'arrived'
  if (was?.stay && !isSameStay(was.stay, now.stay)) {
    const said = { ...incoming, isRecalled: incoming.isRecalled ?? was.stay.isRecalled }
    if (isSameStay(said, now.stay)) effects.stays.push({ personId, ...was.stay })
    else reason = 'changed-since'
  }
  return reason
}
