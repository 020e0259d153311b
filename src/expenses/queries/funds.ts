import { sql } from 'kysely'
import type { Day } from '../../platform/calendar-day.ts'
import type { Change, Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Currency, Unit, Way } from '../kinds.ts'

export interface NewFund {
  name: string
  currency: Currency
  amountInMinor: number
  startsOn: Day
  endsOn: Day | null
  debtorName: string
  debtorIban: string
}

export interface Fund extends NewFund {
  id: string
  /** Approved and not declined, paid or not. */
  spentInMinor: number
  /** Claimed and waiting for a decision. */
  waitingInMinor: number
  /** The mean of a day over the last 91 days, or since it began where that is later; in tenths of a penny or cent. */
  dailyInTenths: number
}

const daysLookedAt = 91 // a quarter of a year

/** The agency's funds with what was spent of each; amounts of claims are those that the reader may see. */
export async function listFunds({ db, actor }: Reading, today: Day): Promise<Fund[]> {
  const { rows } = await sql<Fund>`
    select f.id, f.name, f.currency, f.amount_in_minor::float8 as "amountInMinor", f.starts_on as "startsOn", f.ends_on as "endsOn", f.debtor_name as "debtorName",
      f.debtor_iban as "debtorIban", coalesce(c.spent, 0)::float8 as "spentInMinor", coalesce(c.waiting, 0)::float8 as "waitingInMinor",
      round(10 * coalesce(c.lately, 0) / greatest(1, least(${daysLookedAt}, ${today}::date - f.starts_on + 1)))::float8 as "dailyInTenths"
    from fund f left join lateral (
      select sum(amount_in_minor) filter (where decision = 'APPROVED') as spent, sum(amount_in_minor) filter (where decision is null) as waiting,
        sum(amount_in_minor) filter (where decision = 'APPROVED' and spent_on > ${today}::date - ${daysLookedAt}::int) as lately
      from expense_claim where fund_id = f.id and withdrawn_at is null) c on true
    where f.agency_id = ${actor.agencyId} and f.closed_at is null order by f.ends_on nulls last, f.name`.execute(db)
  return rows
}

/** @throws Refusal `fund.not-found` */
export async function getFund(reading: Reading, id: string, today: Day): Promise<Fund> {
  const found = (await listFunds(reading, today)).find((fund) => fund.id === id)
  if (!found) throw new Refusal('not found', 'fund.not-found')
  return found
}

export async function insertFund({ db, actor, now }: Change, id: string, fund: NewFund): Promise<void> {
  const { name, currency, amountInMinor, startsOn, endsOn, debtorName, debtorIban } = fund
  await sql`insert into fund (id, agency_id, name, currency, amount_in_minor, starts_on, ends_on, debtor_name, debtor_iban, made_by, made_at)
    values (${id}, ${actor.agencyId}, ${name}, ${currency}, ${amountInMinor}, ${startsOn}, ${endsOn}, ${debtorName}, ${debtorIban}, ${actor.userId}, ${now})`.execute(
    db,
  )
}

export interface Rate {
  way: Way
  unit: Unit
  rateInMinor: number
  fromOn: Day
  source: string
  /** Set by the agency itself, in place of what the country publishes. */
  isOwn: boolean
}

/** Rates in force on a day, one for each way that has one: the agency's own before the country's. */
export async function listRates({ db }: Reading, on: Day): Promise<Rate[]> {
  const { rows } = await sql<Rate>`
    select distinct on (r.way) r.way, r.unit, r.rate_in_minor as "rateInMinor", r.from_on as "fromOn", r.source, r.agency_id is not null as "isOwn"
    from mileage_rate r join partnership p on p.jurisdiction = r.jurisdiction where r.from_on <= ${on}
    order by r.way, r.agency_id is null, r.from_on desc`.execute(db)
  return rows
}

export async function insertRate({ db, actor, now }: Change, rate: Omit<Rate, 'isOwn'>): Promise<void> {
  const { way, unit, rateInMinor, fromOn, source } = rate
  await sql`insert into mileage_rate (agency_id, jurisdiction, way, unit, rate_in_minor, from_on, source, made_by, made_at)
    select ${actor.agencyId}, jurisdiction, ${way}, ${unit}, ${rateInMinor}, ${fromOn}, ${source}, ${actor.userId}, ${now} from partnership`.execute(
    db,
  )
}

export interface Payee {
  holder: string
  iban: string
}

export async function findOwnPayee({ db, actor }: Reading): Promise<Payee | undefined> {
  const { rows } = await sql<Payee>`select holder, iban from payee where account_id = ${actor.userId}`.execute(db)
  return rows[0]
}

export async function upsertPayee({ db, actor, now }: Change, { holder, iban }: Payee): Promise<void> {
  await sql`insert into payee (account_id, agency_id, holder, iban, set_at) values (${actor.userId}, ${actor.agencyId}, ${holder}, ${iban}, ${now})
    on conflict (account_id) do update set holder = excluded.holder, iban = excluded.iban, set_at = excluded.set_at, agency_id = excluded.agency_id`.execute(
    db,
  )
}
