import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ClaimState, Cost, Currency, Unit, Way } from '../kinds.ts'

export interface Journey {
  way: Way
  fromPlace: string
  toPlace: string
  isReturn: boolean
  /** Tenths of a mile or kilometre, there and back if so. */
  distanceInTenths: number
  unit: Unit
  /** Pence or cents for each mile or kilometre. */
  rateInMinor: number
}

export interface NewClaim {
  fundId: string
  spentOn: Day
  words: string
  amountInMinor: number
  /** They said that it is another journey than the one claimed already. */
  isAnother: boolean
  journey: Journey | null
  what: Cost | null
}

export interface Claim extends NewClaim {
  id: string
  claimantId: string
  claimantName: string
  fundName: string
  currency: Currency
  claimedAt: Date
  state: ClaimState
  decidedWords: string
  hasReceipt: boolean
}

const chosen = sql`
  select c.id, c.claimant_id as "claimantId", a.name as "claimantName", c.fund_id as "fundId", f.name as "fundName", f.currency, c.spent_on as "spentOn", c.words,
    c.amount_in_minor as "amountInMinor", c.is_another as "isAnother", c.what, c.claimed_at as "claimedAt", c.decided_words as "decidedWords",
    case when c.kind = 'MILEAGE' then json_build_object('way', c.way, 'fromPlace', c.from_place, 'toPlace', c.to_place, 'isReturn', c.is_return,
      'distanceInTenths', c.distance_in_tenths, 'unit', c.unit, 'rateInMinor', c.rate_in_minor) end as journey,
    case when c.withdrawn_at is not null then 'WITHDRAWN' when c.paid_on is not null then 'PAID' when c.batch_id is not null then 'IN_BATCH'
      else coalesce(c.decision, 'WAITING') end as state,
    exists (select from expense_receipt r where r.claim_id = c.id) as "hasReceipt"
  from expense_claim c join account a on a.id = c.claimant_id join fund f on f.id = c.fund_id`

/** One's own, the latest first. */
export async function listOwnClaims({ db, actor }: Reading): Promise<Claim[]> {
  const { rows } =
    await sql<Claim>`${chosen} where c.claimant_id = ${actor.userId} order by c.spent_on desc, c.id desc limit 200`.execute(
      db,
    )
  return rows
}

/** Those of others that wait for a decision, the oldest first. */
export async function listWaitingClaims({ db, actor }: Reading): Promise<Claim[]> {
  const { rows } =
    await sql<Claim>`${chosen} where c.agency_id = ${actor.agencyId} and c.claimant_id <> ${actor.userId} and c.decision is null and c.withdrawn_at is null
    order by c.claimed_at, c.id limit 200`.execute(db)
  return rows
}

/** What was approved and is in no batch. */
export async function listUnpaidClaims({ db, actor }: Reading, fundId?: string): Promise<Claim[]> {
  const { rows } =
    await sql<Claim>`${chosen} where c.agency_id = ${actor.agencyId} and c.decision = 'APPROVED' and c.batch_id is null
    and (${fundId ?? null}::uuid is null or c.fund_id = ${fundId ?? null}::uuid) order by c.claimant_id, c.spent_on, c.id limit 2000`.execute(
      db,
    )
  return rows
}

/** @throws Refusal `claim.not-found` */
export async function getClaim({ db }: Reading, id: string): Promise<Claim> {
  const { rows } = await sql<Claim>`${chosen} where c.id = ${id}`.execute(db)
  if (!rows[0]) throw new Refusal('not found', 'claim.not-found')
  return rows[0]
}

/** A claim for the same journey, either way round, that was neither withdrawn nor declined. */
export async function findSameJourney(
  { db, actor }: Reading,
  on: Day,
  { fromPlace, toPlace }: Journey,
): Promise<Claim | undefined> {
  const { rows } =
    await sql<Claim>`${chosen} where c.claimant_id = ${actor.userId} and c.spent_on = ${on} and c.kind = 'MILEAGE' and c.withdrawn_at is null
    and c.decision is distinct from 'DECLINED' and least(lower(c.from_place), lower(c.to_place)) = least(lower(${fromPlace}), lower(${toPlace}))
    and greatest(lower(c.from_place), lower(c.to_place)) = greatest(lower(${fromPlace}), lower(${toPlace})) limit 1`.execute(
      db,
    )
  return rows[0]
}

/** A claim with the very same receipt, whoever's the reader may see. */
export async function findSameReceipt({ db }: Reading, hash: Buffer): Promise<Claim | undefined> {
  const { rows } = await sql<Claim>`${chosen} where c.withdrawn_at is null and c.decision is distinct from 'DECLINED'
    and exists (select from expense_receipt r where r.claim_id = c.id and r.bytes_hash = ${hash}) limit 1`.execute(db)
  return rows[0]
}

export async function insertClaim({ db, actor, now }: Change, id: string, claim: NewClaim): Promise<void> {
  const { fundId, spentOn, words, amountInMinor, isAnother, journey, what } = claim
  await sql`insert into expense_claim (id, agency_id, claimant_id, fund_id, kind, spent_on, words, way, from_place, to_place, is_return, distance_in_tenths, unit,
      rate_in_minor, what, amount_in_minor, is_another, claimed_at)
    values (${id}, ${actor.agencyId}, ${actor.userId}, ${fundId}, ${journey ? 'MILEAGE' : 'RECEIPT'}, ${spentOn}, ${words}, ${journey?.way ?? null},
      ${journey?.fromPlace ?? null}, ${journey?.toPlace ?? null}, ${journey?.isReturn ?? null}, ${journey?.distanceInTenths ?? null}, ${journey?.unit ?? null},
      ${journey?.rateInMinor ?? null}, ${what}, ${amountInMinor}, ${isAnother}, ${now})`.execute(db)
}

export async function insertReceipt({ db }: Change, claimId: string, bytes: Uint8Array, hash: Buffer): Promise<void> {
  await sql`insert into expense_receipt (claim_id, bytes, bytes_hash) values (${claimId}, ${Buffer.from(bytes)}, ${hash})`.execute(
    db,
  )
}

export async function findReceipt({ db }: Reading, claimId: string): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from expense_receipt where claim_id = ${claimId}`.execute(
    db,
  )
  return rows[0]?.bytes
}

/** @returns whether it was still waiting. */
export async function updateDecided(
  { db, actor, now }: Change,
  id: string,
  decision: 'APPROVED' | 'DECLINED',
  words: string,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update expense_claim set decision = ${decision}, decided_by = ${actor.userId}, decided_at = ${now}, decided_words = ${words}
    where id = ${id} and decision is null and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}

export async function updateClaimWithdrawn({ db, actor, now }: Change, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update expense_claim set withdrawn_at = ${now}
    where id = ${id} and claimant_id = ${actor.userId} and decision is null and withdrawn_at is null`.execute(db)
  return numAffectedRows === 1n
}
