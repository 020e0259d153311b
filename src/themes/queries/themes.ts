import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'

export interface Theme {
  id: string
  title: string
  area: string
  about: string
  leadAgencyId: string
  leadAgencyName: string
  leadAgencyKind: string
  openedAt: Date
  closedAt: Date | null
  closedWords: string
  closedByName: string | null
  version: number
}

export type ThemeFields = Pick<Theme, 'title' | 'area' | 'about'>

/** A line of the list, with what waits in it. */
export interface ListedTheme extends Theme {
  /** The last one that was held or is planned. */
  lastMetOn: Day | null
  openActions: number
  lateActions: number
}

const columns = sql`t.id, t.title, t.area, t.about, t.lead_agency_id as "leadAgencyId", y.name as "leadAgencyName", y.kind as "leadAgencyKind", t.opened_at as "openedAt",
  t.closed_at as "closedAt", t.closed_words as "closedWords", c.name as "closedByName", t.version`
const tables = sql`theme t join agency y on y.id = t.lead_agency_id left join account c on c.id = t.closed_by`

/** Themes that the reader's agency takes part in, the newest first. @param before - the id of the last one of the page before. */
export async function listThemes(
  { db }: Reading,
  { isClosed, before, today, limit }: { isClosed: boolean; before?: string | undefined; today: Day; limit: number },
): Promise<ListedTheme[]> {
  const { rows } = await sql<ListedTheme>`
    select ${columns}, (select max(m.held_on) from theme_meeting m where m.theme_id = t.id) as "lastMetOn",
      (select count(*) from theme_action a where a.theme_id = t.id and a.done_at is null)::int as "openActions",
      (select count(*) from theme_action a where a.theme_id = t.id and a.done_at is null and a.due_on < ${today})::int as "lateActions"
    from ${tables} where (t.closed_at is not null) = ${isClosed}
      and (${before ?? null}::uuid is null or (t.opened_at, t.id) < (select opened_at, id from theme where id = ${before ?? null}::uuid))
    order by t.opened_at desc, t.id desc limit ${limit}`.execute(db)
  return rows
}

/** @throws Refusal `theme.not-found` */
export async function getTheme({ db }: Reading, id: string): Promise<Theme> {
  const { rows } = await sql<Theme>`select ${columns} from ${tables} where t.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'theme.not-found')
  return rows[0]
}

export async function insertTheme({ db, actor, now }: Change, { title, area, about }: ThemeFields): Promise<string> {
  const id = newId()
  await sql`insert into theme (id, title, area, about, lead_agency_id, opened_by, opened_at)
    values (${id}, ${title}, ${area}, ${about}, ${actor.agencyId}, ${actor.userId}, ${now})`.execute(db)
  return id
}

/** @returns whether it was theirs to change and still at this version. */
export async function updateTheme({ db }: Change, id: string, version: number, fields: ThemeFields): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update theme set title = ${fields.title}, area = ${fields.area}, about = ${fields.about}, version = version + 1
    where id = ${id} and version = ${version} and closed_at is null`.execute(db)
  return numAffectedRows === 1n
}

/** Closes it, or with no words opens it again. @returns whether it was theirs, and the other way before. */
export async function updateThemeClosed(
  { db, actor, now }: Change,
  id: string,
  words: string | null,
): Promise<boolean> {
  const isClosing = words !== null
  const { numAffectedRows } = await sql`
    update theme set closed_at = ${isClosing ? now : null}, closed_by = ${isClosing ? actor.userId : null}, closed_words = ${words ?? ''}, version = version + 1
    where id = ${id} and (closed_at is null) = ${isClosing}
      and not exists (select from theme_disposal d where d.theme_id = theme.id and d.done_at is not null)`.execute(db)
  return numAffectedRows === 1n
}

/** An agency that takes part beside the one that leads. */
export interface TakingPart {
  agencyId: string
  name: string
  kind: string
}

export async function listTakingPart({ db }: Reading, themeId: string): Promise<TakingPart[]> {
  const { rows } = await sql<TakingPart>`
    select y.id as "agencyId", y.name, y.kind from theme_agency x join agency y on y.id = x.agency_id
    where x.theme_id = ${themeId} and x.left_at is null order by y.name collate "C"`.execute(db)
  return rows
}

/** Asks an agency in, or in again. @returns whether it was not in already. */
export async function insertTakingPart(
  { db, actor, now }: Change,
  themeId: string,
  agencyId: string,
): Promise<boolean> {
  const { numAffectedRows: again } = await sql`
    update theme_agency set left_at = null, asked_by = ${actor.userId}, asked_at = ${now}
    where theme_id = ${themeId} and agency_id = ${agencyId} and left_at is not null`.execute(db)
  if (again === 1n) return true
  const { numAffectedRows } = await sql`
    insert into theme_agency (theme_id, agency_id, asked_by, asked_at) values (${themeId}, ${agencyId}, ${actor.userId}, ${now})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/** @returns whether it took part, and the actor may end it. */
export async function updateLeft({ db, now }: Change, themeId: string, agencyId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update theme_agency set left_at = ${now} where theme_id = ${themeId} and agency_id = ${agencyId} and left_at is null`.execute(
    db,
  )
  return numAffectedRows === 1n
}
