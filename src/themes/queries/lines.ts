import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

/** An action with its theme; a theme without any has one line with no action. */
export interface ThemeLine {
  themeId: string
  title: string
  area: string
  lead: string
  openedOn: Day
  closedOn: Day | null
  closedWords: string
  words: string | null
  owner: string | null
  ownerAgency: string | null
  dueOn: Day | null
  doneOn: Day | null
  doneWords: string | null
}

const mostLines = 10_000

/** Of the themes that the reader's agency takes part in: the newest first, in each what is to do by day, then what was done. */
export async function listThemeLines({ db }: Reading, isClosed: boolean): Promise<ThemeLine[]> {
  const { rows } = await sql<ThemeLine>`
    select t.id as "themeId", t.title, t.area, l.name as lead, (t.opened_at at time zone 'Europe/London')::date as "openedOn",
      (t.closed_at at time zone 'Europe/London')::date as "closedOn", t.closed_words as "closedWords", a.words, w.name as owner, y.name as "ownerAgency",
      a.due_on as "dueOn", (a.done_at at time zone 'Europe/London')::date as "doneOn", a.done_words as "doneWords"
    from theme t join agency l on l.id = t.lead_agency_id left join theme_action a on a.theme_id = t.id
    left join account w on w.id = a.owner_id left join agency y on y.id = w.agency_id
    where (t.closed_at is not null) = ${isClosed} order by t.opened_at desc, t.id, a.done_at nulls first, a.due_on, a.id limit ${mostLines}`.execute(
    db,
  )
  return rows
}
