import { sql } from 'kysely'
import type { Pathway } from '../../needs/index.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { Typed } from '../read-page.ts'

/** What was typed to one page so far. What its restricted questions hold is among it only for those who may see risk. */
export interface PageDraft {
  pathway: Pathway
  typed: Typed
  isDone: boolean
  /** The page holds restricted answers, whether or not the reader sees them. */
  hasRestricted: boolean
  version: number
  savedById: string
  savedByName: string
  savedAt: Date
}

/** The pages of an assessment that somebody began, of the reader's own agency. */
export async function listPageDrafts({ db }: Reading, assessmentId: string): Promise<PageDraft[]> {
  const { rows } = await sql<PageDraft>`
    select d.pathway, d.typed || coalesce(r.typed, '{}') as typed, d.is_done as "isDone", d.has_restricted as "hasRestricted",
      d.version, d.saved_by as "savedById", coalesce(a.name, '') as "savedByName", d.saved_at as "savedAt"
    from assessment_draft d
    left join assessment_draft r on r.assessment_id = d.assessment_id and r.pathway = d.pathway and r.is_restricted
    left join account a on a.id = d.saved_by
    where d.assessment_id = ${assessmentId} and not d.is_restricted`.execute(db)
  return rows
}

export interface PageToSave {
  assessmentId: string
  caseId: string
  pathway: Pathway
  typed: Typed
  /** Undefined where the worker may not see the restricted questions: what a colleague typed there stays. */
  typedRestricted: Typed | undefined
  hasRestricted: boolean
  isDone: boolean
  /** Of the page as the worker saw it; 0 for a page that nobody began. */
  version: number
}

/** @returns the page's new version, or undefined when somebody else saved it since. */
export async function upsertPageDraft(change: Change, page: PageToSave): Promise<number | undefined> {
  const { db, actor, now } = change
  const { rows } = await sql<{ version: number }>`
    insert into assessment_draft as d (assessment_id, case_id, pathway, is_restricted, typed, is_done, has_restricted, saved_by, saved_at,
      owner_agency_id, version)
    values (${page.assessmentId}, ${page.caseId}, ${page.pathway}, false, ${JSON.stringify(page.typed)}::jsonb, ${page.isDone},
      ${page.hasRestricted}, ${actor.userId}, ${now}, ${actor.agencyId}, 1)
    on conflict (assessment_id, pathway, is_restricted) do update set typed = excluded.typed, is_done = excluded.is_done,
      has_restricted = d.has_restricted or excluded.has_restricted, saved_by = excluded.saved_by, saved_at = excluded.saved_at,
      version = d.version + 1
    where d.version = ${page.version} or d.saved_by = ${actor.userId}
    returning version`.execute(db)
  if (rows[0] && page.typedRestricted) await upsertRestricted(change, page, page.typedRestricted)
  return rows[0]?.version
}

async function upsertRestricted({ db, actor, now }: Change, page: PageToSave, typed: Typed): Promise<void> {
  await sql`
    insert into assessment_draft (assessment_id, case_id, pathway, is_restricted, typed, saved_by, saved_at, owner_agency_id, sensitivity)
    values (${page.assessmentId}, ${page.caseId}, ${page.pathway}, true, ${JSON.stringify(typed)}::jsonb, ${actor.userId}, ${now},
      ${actor.agencyId}, 'RESTRICTED')
    on conflict (assessment_id, pathway, is_restricted) do update set typed = excluded.typed, saved_by = excluded.saved_by,
      saved_at = excluded.saved_at`.execute(db)
}

/** Once its answers are kept, a draft has done its work. */
export async function deleteDrafts({ db }: Change, assessmentId: string): Promise<void> {
  await sql`delete from assessment_draft where assessment_id = ${assessmentId}`.execute(db)
}
