import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import type { Action, RetentionClass } from '../rules.ts'

export interface DueRecord {
  personId: string
  name: string
  bornOn: Day | null
  number: string | null
  class: RetentionClass
  action: Action
  dueOn: Day
  isHeld: boolean
  /** Part of a disposal that is under way. */
  disposalId: string | null
}

const dueRecord = sql`d.person_id as "personId", n.name, n.born_on::text as "bornOn", n.number, d.class, d.action, d.due_on::text as "dueOn",
  (select i.disposal_id from disposal_item i join disposal o on o.id = i.disposal_id where i.person_id = d.person_id and i.class = d.class
    and o.done_at is null and o.withdrawn_at is null limit 1) as "disposalId"`

/** What has fallen due at the reader's agency, the longest due first. */
export async function listDue({ db }: Reading, today: Day, limit: number, offset: number): Promise<DueRecord[]> {
  const { rows } = await sql<DueRecord>`
    with d as materialized (select * from retention_due where due_on <= ${today}::date order by due_on, person_id, class limit ${limit} offset ${offset})
    select ${dueRecord}, is_held(d.person_id, ${today}::date) as "isHeld"
    from d join name_records(array(select person_id from d)) n on n.person_id = d.person_id order by d.due_on, d.person_id, d.class`.execute(
    db,
  )
  return rows
}

export interface DueSum {
  class: RetentionClass
  action: Action
  count: number
}

/** How much has fallen due at the reader's agency. */
export async function countDue({ db }: Reading, today: Day): Promise<DueSum[]> {
  const { rows } = await sql<DueSum>`select class, action, count(*)::int as count from retention_due
    where due_on <= ${today}::date group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export interface KeptRecord {
  personId: string
  name: string
  bornOn: Day | null
  number: string | null
  due: Pick<DueRecord, 'class' | 'action' | 'dueOn' | 'disposalId'>[]
  reviews: { class: RetentionClass; decision: 'KEEP' | 'DISPOSE'; keepUntilOn: Day | null; reason: string }[]
}

/** One person's record as its agency's managers see it after its cases closed; undefined for everybody else. */
export async function findKeptRecord({ db }: Reading, personId: string): Promise<KeptRecord | undefined> {
  const { rows } = await sql<KeptRecord>`
    select n.person_id as "personId", n.name, n.born_on::text as "bornOn", n.number,
      (select coalesce(jsonb_agg(jsonb_build_object('class', d.class, 'action', d.action, 'dueOn', d.due_on, 'disposalId',
        (select i.disposal_id from disposal_item i join disposal o on o.id = i.disposal_id where i.person_id = d.person_id
          and i.class = d.class and o.done_at is null and o.withdrawn_at is null limit 1)) order by d.class), '[]')
        from retention_due d where d.person_id = n.person_id) as due,
      (select coalesce(jsonb_agg(jsonb_build_object('class', v.class, 'decision', v.decision, 'keepUntilOn', v.keep_until_on,
        'reason', v.reason) order by v.class), '[]') from retention_review v where v.person_id = n.person_id) as reviews
    from name_records(array[${personId}::uuid]) n`.execute(db)
  return rows[0]
}

export interface Review {
  personId: string
  class: RetentionClass
  decision: 'KEEP' | 'DISPOSE'
  /** For `KEEP` alone. */
  keepUntilOn: Day | null
  reason: string
}

export async function upsertReview({ db, actor, now }: Change, review: Review): Promise<void> {
  const { personId, decision, keepUntilOn, reason } = review
  await sql`
    insert into retention_review (person_id, class, decision, keep_until_on, reason, decided_by, decided_at, owner_agency_id)
    values (${personId}, ${review.class}, ${decision}, ${keepUntilOn}, ${reason}, ${actor.userId}, ${now}, ${actor.agencyId})
    on conflict (person_id, class) do update set decision = excluded.decision, keep_until_on = excluded.keep_until_on,
      reason = excluded.reason, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(db)
}
