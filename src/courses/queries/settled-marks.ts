import { type RawBuilder, sql } from 'kysely'

/**
 * One row for each place and session: the last mark of the time at which the session stands, and whether it `differs`: another
 * facilitator marked otherwise, and whoever marked last had not been shown it. Such a mark counts neither way until somebody looks.
 *
 * @param of - which marks, of `k` (course_mark).
 */
export const settledMarks = (of: RawBuilder<unknown>) => sql`
  select distinct on (k.session_id, k.place_id) k.session_id, k.place_id, k.mark, k.why, k.taken_by, k.marked_at, z.number, z.starts_at,
    exists (select from course_mark o where o.session_id = k.session_id and o.place_id = k.place_id and o.taken_by <> k.taken_by
      and o.of_starts_at = any(z.starts_at || z.corrected_from) and o.mark <> k.mark and o.marked_at >= k.seen_until) as differs
  from course_mark k join course_session z on z.id = k.session_id and k.of_starts_at = any(z.starts_at || z.corrected_from) and z.cancelled_at is null
  where ${of} order by k.session_id, k.place_id, k.marked_at desc, k.taken_by`
