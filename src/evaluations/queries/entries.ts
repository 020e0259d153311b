import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

/** What was found, or done otherwise than planned. */
export interface Entry {
  kind: 'RESULT' | 'CHANGE'
  words: string
  analysisId: string | null
  /** What the analysis was called when it was linked. */
  analysisTitle: string
  /** The analysis can still be opened by the reader. */
  isAnalysisThere: boolean
  byName: string
  madeAt: Date
}

/** The first first. */
export async function listEntries({ db }: Reading, evaluationId: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.kind, e.words, e.analysis_id as "analysisId", e.analysis_title as "analysisTitle", n.id is not null as "isAnalysisThere",
      a.name as "byName", e.made_at as "madeAt"
    from evaluation_entry e join account a on a.id = e.made_by left join analysis n on n.id = e.analysis_id
    where e.evaluation_id = ${evaluationId} order by e.made_at, e.id limit 200`.execute(db)
  return rows
}

export type NewEntry = Pick<Entry, 'kind' | 'words' | 'analysisId' | 'analysisTitle'>

export async function insertEntry({ db, actor, now }: Change, evaluationId: string, entry: NewEntry): Promise<void> {
  await sql`insert into evaluation_entry (id, evaluation_id, kind, words, analysis_id, analysis_title, made_by, made_at)
    values (${newId()}, ${evaluationId}, ${entry.kind}, ${entry.words}, ${entry.analysisId}, ${entry.analysisTitle}, ${actor.userId},
      ${now})`.execute(db)
}

/** Analyses that are done and that the reader may open, the latest first: what a result can be linked to. */
export async function listDoneAnalyses({ db }: Reading): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from analysis where state = 'DONE' order by ended_at desc, id limit 50`.execute(db)
  return rows
}
