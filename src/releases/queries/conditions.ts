import { type RawBuilder, sql } from 'kysely'
import type { ListFilter, Sort, View } from '../filters.ts'
import type { Window } from './list.ts'

/** Of the case in `case_id`; "is true" makes it a set that is read once, and only when it is asked about. */
const sees = (part: string) => sql`(case_id in (select case_id from sight where ${sql.lit(part)} = any(reads))) is true`

/** Whether a place, and its line where that is joined, is of those whom the filter asks for. */
export const fits = ({ words, wing, worker, named, status }: ListFilter) =>
  sql.join(
    [
      sql`true`,
      ...(words
        ? [
            sql`(sort_name like ${likely(words)} or lower(shown_name) like ${likely(words)} or prison_number = upper(${words}))`,
          ]
        : []),
      ...(wing ? [sql`coalesce(wing = ${wing}, false)`] : []),
      ...(worker === 'none' ? [sql`key_worker_id is null`] : []),
      ...(worker && worker !== 'none' ? [sql`coalesce(key_worker_id = ${worker}, false)`] : []),
      ...(named
        ? [
            sql`coalesce(key_worker_id = any(array(select id from account where lower(name) like ${likely(named)})), false)`,
          ]
        : []),
      ...(status
        ? [
            sql`${sees('needs')} and coalesce(pathway_statuses->>split_part(${status}, ':', 1), 'NOT_STARTED') = split_part(${status}, ':', 2)`,
          ]
        : []),
    ],
    sql` and `,
  )

/** What a saved view shows of `e`, the people in the window and those of the prison whose date is missing or past. */
export const viewIs: Record<View, (window: Window, userId: string) => RawBuilder<unknown>> = {
  all: () => sql`in_window`,
  mine: (_, userId) => sql`in_window and (key_worker_id = ${userId} or community_manager_id = ${userId})`,
  soon: ({ today }) => sql`in_window and release_on <= ${today}::date + 14`,
  'no-first-night': () => sql`in_window and not has_first_night and sees_contact`,
  early: ({ shifting }) => sql`in_window and release_on = any(${shifting}::date[])`,
  'no-worker': () => sql`in_window and key_worker_id is null`,
  interpreter: () => sql`in_window and needs_interpreter`,
  passed: ({ today }) => sql`release_on < ${today}`,
  'no-date': () => sql`release_on = 'infinity'`,
}

/** The views that look at more than the day of release. */
export const ofPeople: readonly View[] = ['mine', 'no-first-night', 'no-worker', 'interpreter']

export const sortKey: Record<Sort, RawBuilder<unknown>> = {
  release: sql`release_on`,
  person: sql`sort_name collate "C"`,
  'to-do': sql`-(late_count * 1000 + undone_count)`,
  worker: sql`coalesce(lower(key_worker_name), '') collate "C"`,
  contact: sql`coalesce(last_contact_at, '-infinity'::timestamptz)`,
}

/** Whether the lines themselves are asked, and not their places alone. */
export const needsLines = ({ words, status, sort }: ListFilter) => words !== '' || status !== '' || sort !== 'release'
export const lines = sql`join (select case_id, sort_name, shown_name, prison_number, pathway_statuses, late_count, undone_count, key_worker_name,
          last_contact_at from case_summary) s using (case_id)`

/** For LIKE: anywhere in the name, with the signs of a pattern taken literally. */
const likely = (words: string): string => `%${words.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
