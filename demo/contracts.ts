import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'
import { insertRows } from './rows.ts'

interface Paid {
  agency: string
  funder: string
  title: string
  currency: 'GBP' | 'EUR'
  prices: Record<string, number>
  /** Its first day, from today. */
  since: number
  /** The manager who claimed the first results; another decides. */
  claims: string
}

const contracts: Paid[] = [
  {
    ...{
      agency: 'WXP',
      funder: 'The Harbour Trust',
      title: 'Twelve weeks outside',
      currency: 'GBP',
      claims: 'ruth',
      since: -240,
    },
    prices: { NOT_BACK: 25_000, SENTENCE_COMPLETED: 40_000 },
  },
  {
    ...{
      agency: 'OGL',
      funder: 'Fonds Nieuw Begin',
      title: 'Programma’s afgerond',
      currency: 'EUR',
      claims: '',
      since: -240,
    },
    prices: { PROGRAMME_COMPLETED: 18_550 },
  },
  {
    ...{
      agency: 'WXC',
      funder: 'The Harbour Trust',
      title: 'Fewer people before a court again',
      currency: 'GBP',
      claims: '',
    },
    ...{ since: -1_500, prices: { NO_REOFFENDING: 62_000 } },
  },
]
const mostClaimed = 3

/** Contracts that pay for results, with what the record has for them; a first claim waits for its yes. Written as the rule-keepers. */
export async function writeContracts(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query('set local role throughline_rules')
  for (const { agency, funder, title, currency, prices, claims, since } of contracts) {
    const id = newId()
    const made = calendar.past(moment(-200, 600))
    const { rowCount } = await client.query(
      `insert into result_contract (id, agency_id, funder, title, currency, from_on, until_on, follow_days, made_by, made_at)
       select $1, a.agency_id, $3, $4, $5, $6, $7, 84, a.id, $8 from account a join agency y on y.id = a.agency_id
       where y.code = $2 and 'MANAGER' = any(a.roles) order by a.email limit 1`,
      [id, agency, funder, title, currency, calendar.day(since), calendar.day(125), made],
    )
    if (!rowCount) continue // only a part of it was loaded
    const of = Object.entries(prices).map(([result, price_in_minor]) => ({ contract_id: id, result, price_in_minor }))
    await insertRows(client, 'result_price', of)
    if (claims) await writeClaim(client, newId(), calendar, { id, claims, price: prices['NOT_BACK']! })
  }
  await client.query('reset role')
}

async function writeClaim(
  client: Client,
  claimId: string,
  calendar: Calendar,
  { id, claims, price }: { id: string; claims: string; price: number },
): Promise<void> {
  const { rows } = await client.query<Record<string, string>>(
    `select x.source_id, x.case_id, x.person_id, to_char(x.happened_on, 'YYYY-MM-DD') as happened_on, to_char(x.matures_on, 'YYYY-MM-DD') as matures_on
     from contract_results($1, $2, null, null) x where x.result = 'NOT_BACK' and x.state = 'MET' order by x.matures_on, x.source_id limit $3`,
    [id, calendar.today, mostClaimed],
  )
  if (rows.length === 0) return
  await client.query(
    `insert into result_claim (id, contract_id, result, price_in_minor, people_count, made_by, made_at)
     select $1, $2, 'NOT_BACK', $3, $4, id, $5 from account where split_part(email, '@', 1) = $6 order by email limit 1`,
    [claimId, id, price, rows.length, calendar.past(moment(-2, 640)), claims],
  )
  await client.query(
    `insert into claimed_result (claim_id, contract_id, result, agency_id, source_id, case_id, person_id, happened_on, matures_on, owner_agency_id, retention_class)
     select $1, c.id, 'NOT_BACK', c.agency_id, r.source_id, r.case_id, r.person_id, r.happened_on, r.matures_on, c.agency_id, 'ADMINISTRATION'
     from result_contract c, json_to_recordset($3) as r(source_id uuid, case_id uuid, person_id uuid, happened_on date, matures_on date) where c.id = $2`,
    [claimId, id, JSON.stringify(rows)],
  )
}
