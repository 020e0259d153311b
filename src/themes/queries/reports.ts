import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** A report that belongs to a theme, without what it holds. */
export interface Report {
  id: string
  title: string
  kind: 'image/jpeg' | 'application/pdf'
  addedAt: Date
  addedByName: string
  addedByAgency: string
}

/** The latest first. */
export async function listReports({ db }: Reading, themeId: string): Promise<Report[]> {
  const { rows } = await sql<Report>`
    select r.id, r.title, r.kind, r.added_at as "addedAt", a.name as "addedByName", y.name as "addedByAgency"
    from theme_report r join account a on a.id = r.added_by join agency y on y.id = a.agency_id
    where r.theme_id = ${themeId} order by r.added_at desc, r.id limit 200`.execute(db)
  return rows
}

/** What it holds; undefined where the reader sees no such report. */
export async function findReport(
  { db }: Reading,
  id: string,
): Promise<{ kind: Report['kind']; bytes: Buffer } | undefined> {
  const { rows } = await sql<{ kind: Report['kind']; bytes: Buffer }>`
    select kind, bytes from theme_report where id = ${id}`.execute(db)
  return rows[0]
}

export type NewReport = Pick<Report, 'title' | 'kind'> & { bytes: Uint8Array }

export async function insertReport({ db, actor, now }: Change, themeId: string, report: NewReport): Promise<string> {
  const id = newId()
  await sql`insert into theme_report (id, theme_id, title, kind, bytes, added_by, added_at)
    values (${id}, ${themeId}, ${report.title}, ${report.kind}, ${Buffer.from(report.bytes)}, ${actor.userId}, ${now})`.execute(
    db,
  )
  return id
}
