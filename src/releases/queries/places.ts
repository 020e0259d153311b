import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'

/** The same for all audiences of a case, as place_cases() keeps them. */
const columns = [
  'release_on',
  'release_known_at',
  'wing',
  'key_worker_id',
  'community_manager_id',
  'has_first_night',
  'needs_interpreter',
] as const
const kept = (of: string) => sql.join(['case_id', ...columns].map((name) => sql.ref(`${of}.${name}`)))
const sees = sql`p.contact_until >= current_date as sees_contact, p.custody_until >= current_date as sees_custody`
const eyes = sql`(select eyes from reader)::uuid[]`
const isHere = sql`p.release_on between n.from_on and n.until_on and (n.in_window or p.agency_id = (select agency from reader)) and not p.has_died`

export type Span = 'window' | 'passed' | 'no-date'

/** Of the span `n`, which is asked for each: not pulled up, or all places that there are would be read first. */
const placesThat = (which: RawBuilder<unknown>) => sql`
  (select ${kept('p')}, n.in_window, ${sees} from case_place p where ${which} and ${isHere} offset 0)`

/**
 * Common table expressions that end with `several`: the cases of which the reader's agency's first place does not say it all, each once. Most
 * cases have one place that does, and to put the places of all audiences side by side took half of the list's time.
 *
 * A span is the window, or the days before it or no day at all, and there people of the reader's own agency alone.
 */
export const readersPlaces = (agencyId: string, today: Day, until: Day) => sql`
  reader as materialized (select acting_audiences() as eyes, ${agencyId}::uuid as agency), eye as materialized (select unnest(eyes) as id from reader),
  spans as materialized (select * from (values ('window', true, ${today}::date, ${until}::date), ('passed', false, '-infinity', ${today}::date - 1),
    ('no-date', false, 'infinity', 'infinity')) n(span, in_window, from_on, until_on)),
  -- Whose places cover those of the agency itself: one step of the index for each of them.
  every_cover as (
    select (select p.covered_by from case_place p where p.audience_id = ${agencyId} and p.first_of is null and p.covered_by is not null
      order by 1 limit 1) as id
    union all select (select p.covered_by from case_place p where p.audience_id = ${agencyId} and p.first_of is null and p.covered_by > e.id
      order by 1 limit 1)
      from every_cover e where e.id is not null
  ), unseen_cover as materialized (select id from every_cover where id <> all(${eyes})),
  gaps as materialized (
    select coalesce(lag(id) over (order by id), '00000000-0000-0000-0000-000000000000') as above, id as below from eye
    union all (select id, 'ffffffff-ffff-ffff-ffff-ffffffffffff' from eye order by id desc limit 1)
  ), elsewhere as materialized ( -- few, on whatever day they leave: there is no order of release here
    select p.* from eye cross join lateral (
      select * from case_place p where p.audience_id = eye.id and p.first_of < ${agencyId}
      union all select * from case_place p where p.audience_id = eye.id and p.first_of > ${agencyId}) p
    union all select p.* from eye cross join gaps g cross join lateral (select * from case_place p
      where p.audience_id = eye.id and p.first_of is null and p.covered_by > g.above and p.covered_by < g.below offset 0) p
    where eye.id <> ${agencyId}
  ), beside as materialized (
    select b.* from spans n cross join lateral (${placesThat(sql`p.audience_id = any(${eyes}) and p.first_of is null and p.covered_by is null`)}) b
    union all select ${kept('p')}, n.in_window, ${sees} from elsewhere p join spans n on ${isHere}
  ), several as materialized (
    select ${kept('p')}, p.in_window, bool_or(p.sees_contact) is true as sees_contact from (
      select * from beside
      union all select f.* from (select distinct case_id from beside) b cross join spans n cross join lateral (
        ${placesThat(sql`p.case_id = b.case_id and (p.first_of = ${agencyId}
          or (p.audience_id = ${agencyId} and p.first_of is null and p.covered_by in (select id from unseen_cover)))`)}) f) p
    group by ${kept('p')}, p.in_window having bool_or(p.sees_custody)
  )`

/** What is made of the places of one audience and span, which come in order of release, before they are put beside those of others. */
type Shape = (rows: RawBuilder<unknown>) => RawBuilder<unknown>

/**
 * Each case once, of those whose custody the reader sees, with `sees_contact` and whether it is `in_window`. First the places that say it all: the
 * first of the agency, and its own where the first is held by colleagues alone and shows no less: one a case, never both.
 */
export const placesOf = (agencyId: string, shape: Shape = (rows) => sql`${rows} offset 0`, span?: Span) => {
  const wanted = span ? sql`(select * from spans where span = ${span})` : sql`spans`
  const alone = (which: RawBuilder<unknown>) =>
    shape(sql`select ${kept('p')}, n.in_window, coalesce(p.contact_until >= current_date, false) as sees_contact from case_place p
      where ${which} and p.custody_until >= current_date and p.case_id not in (select case_id from beside) and ${isHere}`)
  return sql`
    select f.* from ${wanted} n cross join eye cross join lateral (${alone(sql`p.audience_id = eye.id and p.first_of = ${agencyId}`)}) f
    union all select f.* from ${wanted} n cross join unseen_cover u cross join lateral (
      ${alone(sql`p.audience_id = ${agencyId} and p.first_of is null and p.covered_by = u.id`)}) f
    union all select f.* from ${wanted} n cross join lateral (
      ${shape(sql`select * from several p where p.in_window = n.in_window and p.release_on between n.from_on and n.until_on`)}) f`
}
