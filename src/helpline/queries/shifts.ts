import { sql } from 'kysely'
import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'

export interface Span {
  from: Date
  until: Date
}

export interface Shift {
  id: string
  accountId: string
  name: string
  startsAt: Date
  endsAt: Date
  beganAt: Date | null
  leftAt: Date | null
  /** Who should be there is away, or has no account any more: the time counts as a gap. */
  isWithoutOperator: boolean
  swap: Swap | null
}

export interface Swap {
  id: string
  askedBy: string
  askedByName: string
  toAccountId: string | null
  toName: string | null
  /** What they would take in exchange. */
  forStartsAt: Date | null
  forEndsAt: Date | null
}

/** The shifts that touch a time, in order. */
export async function listShifts({ db }: Reading, helplineId: string, { from, until }: Span): Promise<Shift[]> {
  const { rows } = await sql<Shift & { swap: (Swap & Record<'forStartsAt' | 'forEndsAt', string | null>) | null }>`
    select s.id, s.account_id as "accountId", a.name, s.starts_at as "startsAt", s.ends_at as "endsAt", s.began_at as "beganAt", s.left_at as "leftAt",
      s.id in (select shifts_without_operator(${helplineId}, ${from}::timestamptz, ${until}::timestamptz)) as "isWithoutOperator",
      (select jsonb_build_object('id', w.id, 'askedBy', w.asked_by, 'askedByName', b.name, 'toAccountId', w.to_account_id, 'toName', t.name,
          'forStartsAt', f.starts_at, 'forEndsAt', f.ends_at)
        from helpline_swap w join account b on b.id = w.asked_by left join account t on t.id = w.to_account_id
        left join helpline_shift f on f.id = w.for_shift_id where w.shift_id = s.id and w.answer is null) as swap
    from helpline_shift s join account a on a.id = s.account_id
    where s.helpline_id = ${helplineId} and s.cancelled_at is null and s.starts_at < ${until}::timestamptz and s.ends_at > ${from}::timestamptz
    order by s.starts_at, a.name, s.id`.execute(db)
  return rows.map(({ swap, ...shift }) => ({ ...shift, swap: swap && { ...swap, ...instantsOf(swap) } }))
}

const instantsOf = ({ forStartsAt, forEndsAt }: { forStartsAt: unknown; forEndsAt: unknown }) => ({
  forStartsAt: forStartsAt ? new Date(String(forStartsAt)) : null,
  forEndsAt: forEndsAt ? new Date(String(forEndsAt)) : null,
})

/** The times for which nobody is planned who can be there; with `actual`, in which nobody was there. */
export async function listGaps(reading: Reading, helplineId: string, span: Span, isActual = false): Promise<Span[]> {
  const { rows } = await sql<Span>`
    select lower(r) as from, upper(r) as until from unnest(tstzmultirange(tstzrange(${span.from}::timestamptz, ${span.until}::timestamptz))
      - helpline_cover(${helplineId}, ${span.from}::timestamptz, ${span.until}::timestamptz, ${isActual}, ${reading.now}::timestamptz)) as r
    order by 1`.execute(reading.db)
  return rows
}

/** Adds the same shift in each of some weeks; one that is there already is left. @returns the ids of those added. */
export async function insertShifts(
  { db, actor, now }: Change,
  helplineId: string,
  accountId: string,
  spans: readonly { startsAt: Date; endsAt: Date }[],
): Promise<string[]> {
  const rows = spans.map(({ startsAt, endsAt }) => ({ id: newId(), starts: startsAt, ends: endsAt }))
  const { rows: added } = await sql<{
    id: string
  }>`insert into helpline_shift (id, helpline_id, account_id, starts_at, ends_at, made_by, made_at)
    select r.id, ${helplineId}, ${accountId}, r.starts, r.ends, ${actor.userId}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, starts timestamptz, ends timestamptz)
    on conflict do nothing returning id`.execute(db)
  return added.map(({ id }) => id)
}

/** The actor says that they are on, in a shift of theirs that runs or begins within the hour. @returns whether there is one. */
export async function updateBegan({ db, actor, now }: Change, helplineId: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_shift set began_at = coalesce(began_at, ${now}::timestamptz), left_at = null
    where id = (select id from helpline_shift where helpline_id = ${helplineId} and account_id = ${actor.userId} and cancelled_at is null
      and starts_at <= ${now}::timestamptz + interval '1 hour' and ends_at > ${now}::timestamptz order by starts_at limit 1)`.execute(
      db,
    )
  return numAffectedRows === 1n
}

/** @returns whether they were on. */
export async function updateLeft({ db, actor, now }: Change, helplineId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update helpline_shift set left_at = ${now} where helpline_id = ${helplineId}
    and account_id = ${actor.userId} and began_at is not null and left_at is null and ends_at > ${now}::timestamptz`.execute(
    db,
  )
  return (numAffectedRows ?? 0n) > 0n
}

export async function insertSwap(
  { db, actor, now }: Change,
  helplineId: string,
  { shiftId, toAccountId, forShiftId }: { shiftId: string; toAccountId: string | null; forShiftId: string | null },
): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`insert into helpline_swap (id, helpline_id, shift_id, for_shift_id, asked_by, asked_at, to_account_id)
    values (${newId()}, ${helplineId}, ${shiftId}, ${forShiftId}, ${actor.userId}, ${now}, ${toAccountId})
    on conflict do nothing returning id`.execute(db)
  return rows[0]?.id
}

/** Whose a shift of the line is that is still to come and in the rota. */
export async function findOwnerOfShift(
  { db, now }: Reading,
  helplineId: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ accountId: string }>`select account_id as "accountId" from helpline_shift
    where id = ${id} and helpline_id = ${helplineId} and cancelled_at is null and began_at is null and ends_at > ${now}::timestamptz`.execute(
    db,
  )
  return rows[0]?.accountId
}

/** Who asked whom about which shift, while nobody answered and the shifts are as they were. */
export async function findSwap(
  { db, now }: Reading,
  id: string,
): Promise<{ helplineId: string; askedBy: string; toAccountId: string | null } | undefined> {
  const { rows } = await sql<{
    helplineId: string
    askedBy: string
    toAccountId: string | null
  }>`select helpline_id as "helplineId",
      asked_by as "askedBy", to_account_id as "toAccountId" from helpline_swap w where id = ${id} and answer is null
      and exists (select from helpline_shift s where s.id = w.shift_id and s.account_id = w.asked_by and s.cancelled_at is null and s.ends_at > ${now}::timestamptz)
      and (for_shift_id is null or exists (select from helpline_shift s where s.id = w.for_shift_id and s.account_id = w.to_account_id and s.cancelled_at is null))`.execute(
    db,
  )
  return rows[0]
}

/** @returns whether it was the actor's to refuse or to take back. */
export async function updateSwapRefused(
  { db, actor, now }: Change,
  id: string,
  answer: 'DECLINED' | 'WITHDRAWN',
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update helpline_swap set answer = ${answer}, answered_by = ${actor.userId}, answered_at = ${now}
    where id = ${id} and answer is null`.execute(db)
  return numAffectedRows === 1n
}

/** Says yes to a swap. @returns the first time that would be empty, where it is refused for that. */
export async function takeShift({ db, now }: Change, swapId: string): Promise<Span | undefined> {
  const { rows } =
    await sql<Span>`select lower(r) as from, upper(r) as until from unnest(take_shift(${swapId}, ${now}::timestamptz)) as r limit 1`.execute(
      db,
    )
  return rows[0]
}

/** Takes a shift out of the rota. @returns as `takeShift`. */
export async function cancelShift({ db, now }: Change, shiftId: string): Promise<Span | undefined> {
  const { rows } =
    await sql<Span>`select lower(r) as from, upper(r) as until from unnest(cancel_shift(${shiftId}, ${now}::timestamptz)) as r limit 1`.execute(
      db,
    )
  return rows[0]
}
