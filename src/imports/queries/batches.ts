import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Counts } from '../examine.ts'
import type { ImportField } from '../fields.ts'
import type { SheetFormat } from '../read-sheet.ts'

/** What a file is about. */
export type BatchKind = 'PEOPLE' | 'OFFENCES'

export interface Batch<Field extends string = ImportField> {
  id: string
  fileName: string
  format: SheetFormat
  columns: Record<string, Field> | null
  counts: Counts | null
  madeBy: string
  madeByName: string
  madeAt: Date
  committedAt: Date | null
  undoneAt: Date | null
  undoReport: { undone: number; kept: { row: number; reason: string }[] } | null
  waiting: number
  version: number
}

const columns = sql`b.id, b.file_name as "fileName", b.format, b.columns, b.counts, b.made_by as "madeBy",
  coalesce(a.name, '') as "madeByName", b.made_at as "madeAt", b.committed_at as "committedAt", b.undone_at as "undoneAt",
  b.undo_report as "undoReport", b.version,
  (select count(*) from import_row r where r.batch_id = b.id and r.result = 'DUPLICATE' and r.resolution is null) as waiting`

/** @throws Refusal `import.not-found` when it is not the actor's agency's, or of another kind. */
export async function getBatch<Field extends string = ImportField>(
  { db }: Reading,
  id: string,
  kind: BatchKind = 'PEOPLE',
): Promise<Batch<Field>> {
  const { rows } = await sql<Batch<Field>>`
    select ${columns} from import_batch b left join account a on a.id = b.made_by
    where b.id = ${id} and b.kind = ${kind}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'import.not-found')
  return rows[0]
}

/** The agency's imports, the latest first. At most 50. */
export async function listBatches({ db }: Reading, kind: BatchKind = 'PEOPLE'): Promise<Batch[]> {
  const { rows } = await sql<Batch>`
    select ${columns} from import_batch b left join account a on a.id = b.made_by where b.kind = ${kind}
    order by b.made_at desc, b.id desc limit 50`.execute(db)
  return rows
}

/** The file of a batch that waits to be committed; undefined once it is committed or thrown away. */
export async function findFile({ db }: Reading, id: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ file: Buffer | null }>`select file from import_batch where id = ${id}`.execute(db)
  return rows[0]?.file ?? undefined
}

export async function insertBatch(
  { db, actor, now }: Change,
  batch: { id: string; fileName: string; format: SheetFormat; file: Uint8Array; columns: Record<string, string> },
  kind: BatchKind = 'PEOPLE',
): Promise<void> {
  await sql`
    insert into import_batch (id, agency_id, file_name, format, file, columns, made_by, made_at, kind)
    values (${batch.id}, ${actor.agencyId}, ${batch.fileName}, ${batch.format}, ${Buffer.from(batch.file)},
      ${JSON.stringify(batch.columns)}, ${actor.userId}, ${now}, ${kind})`.execute(db)
}

export async function updateColumns({ db }: Change, id: string, mapping: Record<string, string>): Promise<void> {
  await sql`update import_batch set columns = ${JSON.stringify(mapping)}, version = version + 1
    where id = ${id} and committed_at is null`.execute(db)
}

/** Claims the batch for committing. @returns false where somebody committed it already. */
export async function updateCommitted({ db, now }: Change, id: string, counts: Counts): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import_batch set committed_at = ${now}, counts = ${JSON.stringify(counts)}, file = null, version = version + 1
    where id = ${id} and committed_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** @returns false where it was undone already. */
export async function updateUndone({ db, now }: Change, id: string, report: Batch['undoReport']): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import_batch set undone_at = ${now}, undo_report = ${JSON.stringify(report)}, version = version + 1
    where id = ${id} and undone_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** What the agency chose for each header the last time: a field, or '' for none. */
export async function findMapping<Field extends string = ImportField>(
  { db, actor }: Reading,
  kind: BatchKind = 'PEOPLE',
): Promise<Record<string, Field | ''>> {
  const { rows } = await sql<{ columns: Record<string, Field | ''> }>`
    select columns from import_mapping where agency_id = ${actor.agencyId} and kind = ${kind}`.execute(db)
  return rows[0]?.columns ?? {}
}

/** Remembers choices for headers; those for other headers stay. */
export async function upsertMapping(
  { db, actor, now }: Change,
  chosen: Record<string, string>,
  kind: BatchKind = 'PEOPLE',
): Promise<void> {
  await sql`
    insert into import_mapping as m (agency_id, columns, saved_by, saved_at, kind)
    values (${actor.agencyId}, ${JSON.stringify(chosen)}, ${actor.userId}, ${now}, ${kind})
    on conflict (agency_id, kind) do update
      set columns = m.columns || excluded.columns, saved_by = excluded.saved_by, saved_at = excluded.saved_at`.execute(
    db,
  )
}
