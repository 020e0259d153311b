import { type RawBuilder, sql } from 'kysely'
import { addDays, dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

/** Parts of a caseload, counted on the first page by the same days: the people whom one is named for, oneself or as cover. */
export const caseloadParts = ['leaving', 'quiet', 'new', 'covered'] as const
export type CaseloadPart = (typeof caseloadParts)[number]
const days = { leaving: 7, new: 7 }

/** The cases of a part with their place in the order, beginning at the few on which the actor is named. */
export function casesOfPart(
  { actor, now }: Reading,
  only: CaseloadPart,
  after: string | undefined,
  most: number,
): RawBuilder<unknown> {
  const others = actor.audiences.filter((audience) => audience !== actor.userId)
  const workers = only === 'covered' ? others : [actor.userId, ...others] // among the audiences are those for whom the actor stands in
  const named = sql`p.account_id = any(${workers}::uuid[]) and p.until_on is null`
  const from = sql`(coalesce(s.release_on, 'infinity'), s.case_id) > (select coalesce(b.release_on, 'infinity'), b.case_id
        from case_summary b where b.case_id = ${after ?? null}::uuid)`
  return sql`(
      select s.case_id, coalesce(s.release_on, 'infinity') as place
      from (select p.case_id, min(p.since_on) as since_on from case_party p where ${named} group by 1) n
      join case_summary s on s.case_id = n.case_id and s.is_open and s.died_on is null
      where ${belongs(only, dayAt(now))} and (${after ?? null}::uuid is null or ${from})
      order by place, s.case_id limit ${most})`
}

function belongs(only: CaseloadPart, today: string): RawBuilder<unknown> {
  switch (only) {
    case 'leaving':
      return sql`s.release_on between ${today} and ${addDays(today, days.leaving)}`
    case 'new':
      return sql`n.since_on > ${addDays(today, -days.new)}`
    case 'covered':
      return sql`true`
    case 'quiet':
      return sql`${today}::date - (coalesce((select max(e.happened_at) from event e where e.case_id = s.case_id),
        n.since_on::timestamptz) at time zone 'Europe/London')::date >= (select quiet_after_days from partnership)`
  }
}
