import { type RawBuilder, sql } from 'kysely'

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
const joined = (each: (name: string) => RawBuilder<unknown>) => sql.join(columns.map(each))
const asKept = joined((name) => sql.ref(name))
const ofEither = joined(
  (name) =>
    sql`case when f.case_id is null then ${sql.ref(`o.${name}`)} else ${sql.ref(`f.${name}`)} end as ${sql.ref(name)}`,
)
const sees = sql`contact_until >= current_date as sees_contact, custody_until >= current_date as sees_custody`

const eyes = sql`(select acting_audiences())::uuid[]`
const isUncovered = sql`(covered_by is null or covered_by <> all(${eyes}))`

/**
 * Each case once, of those whose custody the reader sees, with `sees_contact` and whether it is `in_window`. To put the places of all
 * audiences side by side took half of the list's time: most cases have one that says it all, and only what others add is put beside it.
 */
export const placesOf = (agencyId: string) => {
  // The first of the agency; its own, where the first is held by colleagues alone and shows no less: one a case, never both.
  const isFirst = sql`(coalesce(first_of = ${agencyId}, false)
    or (audience_id = ${agencyId} and coalesce(covered_by <> all(${eyes}), false)))`
  return (days: RawBuilder<unknown>, inWindow: boolean) => sql`
    select case_id, ${ofEither}, coalesce(f.sees_contact, false) or coalesce(o.sees_contact, false) as sees_contact,
      ${sql.lit(inWindow)} as in_window
    from (select case_id, ${asKept}, ${sees} from case_place where ${days} and not has_died and ${isFirst}) f
    full join (select case_id, ${asKept}, bool_or(sees_contact) as sees_contact, bool_or(sees_custody) as sees_custody
      from (select case_id, ${asKept}, ${sees} from case_place where ${days} and not has_died and not ${isFirst} and ${isUncovered}) a
      group by case_id, ${asKept}) o using (case_id)
    where f.sees_custody or o.sees_custody`
}
