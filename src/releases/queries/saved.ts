import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'

export interface SavedView {
  id: string
  name: string
  /** The part of the list's address after the question mark. */
  query: string
}

const page = 'releases'

/** The reader's own views, by name. */
export async function listSavedViews({ db }: Reading): Promise<SavedView[]> {
  const { rows } = await sql<SavedView>`
    select id, name, query from saved_filter where page = ${page} order by name collate "C" limit 50`.execute(db)
  return rows
}

/** Keeps a view; one of the same name becomes this one. */
export async function upsertSavedView({ db, actor, now }: Change, view: SavedView): Promise<void> {
  await sql`
    insert into saved_filter (id, account_id, page, name, query, made_at)
    values (${view.id}, ${actor.userId}, ${page}, ${view.name}, ${view.query}, ${now})
    on conflict (account_id, page, name) do update set query = excluded.query, made_at = excluded.made_at`.execute(db)
}

export async function deleteSavedView({ db }: Change, id: string): Promise<void> {
  await sql`delete from saved_filter where id = ${id}`.execute(db)
}
