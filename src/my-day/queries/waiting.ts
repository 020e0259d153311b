import { sql } from 'kysely'
import { countToDo } from '../../handovers/index.ts'
import { countHandOffs } from '../../helpline/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'

/** What waits for anybody of the actor's agency: cases offered to it, requests to join its cases, corrections it has not acknowledged. */
export interface Waiting {
  transfers: number
  requests: number
  /** Handovers on which the actor must act, and people of theirs who leave soon without one. */
  handovers: number
  unproposed: number
  corrections: number
  /** People who called a line and left word for the actor. */
  handOffs: number
  /** Of a prison: people on the way to it, induction sessions due or missed, cases gone quiet. */
  expected: number
  inductions: number
  quiet: number
  /** People whose key worker the actor is and whose session is due, and notes of theirs from the wing that could not be filed. */
  keyWork: number
  unfiled: number
  /** Registers of groups that came from a wing and wait for their facilitator. */
  registers: number
  /** Whom the actor was named for until a movement took them elsewhere, in the last four weeks. */
  left: number
  /** Referrals that the agency said yes to and has not begun. */
  toStart: number
  /** Of a manager: people with nobody named, and colleagues who are away with nobody standing in. */
  unallocated: number
  uncovered: number
}

/** Beyond it the first page says of quiet cases and of people with nobody named that they are more; the words say the number too. */
const mostCounted = 200
const fourWeeksInMs = 28 * 86_400_000

export async function countWaiting(reading: Reading): Promise<Waiting> {
  const { db, actor, now } = reading
  const mayManage = actor.may.has('manage workloads')
  const namesAny = mayManage && (actor.agencyKind === 'prison' || actor.agencyKind === 'probation')
  const counted = sql<Omit<Waiting, 'handovers' | 'unproposed' | 'handOffs'>>`
    select (select count(*)::int from case_transfer where to_agency_id = ${actor.agencyId} and state = 'PROPOSED') as transfers,
      (select count(*)::int from case_request_subject s join case_request q on q.id = s.request_id
        where s.decision is null and q.expires_at > ${now}::timestamptz and q.agency_id <> ${actor.agencyId}) as requests,
      (select count(*)::int from correction_recipient where agency_id = ${actor.agencyId} and acknowledged_at is null) as corrections,
      (select count(*)::int from case_summary where agency_id = ${actor.agencyId} and is_open and custody_state = 'EXPECTED') as expected,
      (select count(*)::int from induction i join case_summary s on s.case_id = i.case_id and s.agency_id = i.agency_id
        where i.agency_id = ${actor.agencyId} and i.lapsed_on is null and i.due_on <= ${dayAt(now)} and (i.outcome is null or i.outcome = 'MISSED')) as inductions,
      count_quiet(${dayAt(now)}::date - (select quiet_after_days from partnership), ${mostCounted + 1}) as quiet,
      count_key_work_due(${dayAt(now)}) as "keyWork",
      (select count(*)::int from referral where to_agency_id = ${actor.agencyId} and status = 'ACCEPTED') as "toStart",
      case when ${namesAny} then count_unallocated(${actor.agencyKind === 'prison'}, ${mostCounted + 1}) else 0 end as unallocated,
      (select count(distinct b.account_id)::int from worker_absence b join account a on a.id = b.account_id and a.disabled_at is null
        where ${mayManage} and a.agency_id = ${actor.agencyId} and b.ended_at is null and b.cover_account_id is null
          and ${dayAt(now)}::date between b.from_on and b.until_on) as uncovered,
      (select count(*)::int from unfiled_note where settled_at is null) as unfiled,
      (select count(*)::int from unfiled_register where settled_at is null) as registers,
      (select count(*)::int from people_who_left(${new Date(now.getTime() - fourWeeksInMs)})) as left`.execute(db)
  const [{ rows }, { mine: handovers, unproposed }, handOffs] = await Promise.all([
    counted,
    countToDo(reading),
    countHandOffs(reading),
  ])
  return { ...rows[0]!, handovers, unproposed, handOffs }
}
