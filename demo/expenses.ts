import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { type Calendar, moment } from './calendar.ts'
import { findCharity } from './charity.ts'
import { insertRows } from './rows.ts'

// A grey picture of 8 by 8 points: a receipt that says nothing.
const picture =
  'ffd8ffdb004300100b0c0e0c0a100e0d0e1211101318281a181616183123251d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763ffc0000b080008000801011100ffc40014000100000000000000000000000000000007ffc40014100100000000000000000000000000000000ffda0008010100003f0054ffd9'
const noon = 12 * 60
const rate = 45 // pence for a mile, as the country publishes it

type State = 'WAITING' | 'APPROVED' | 'DECLINED' | 'IN_BATCH' | 'PAID' | 'WITHDRAWN'
type Claim = { by: string; fund: 0 | 1; day: number; state: State; words?: string } & (
  | { from: string; to: string; miles: number }
  | { what: 'FARE' | 'PARKING' | 'FOOD' | 'PHONE'; pence: number }
)

const claims: readonly Claim[] = [
  { by: 'idris', fund: 0, day: -1, state: 'WAITING', from: 'Wexley', to: 'HMP Fernhall', miles: 24.8, words: 'Second visit' },
  { by: 'idris', fund: 0, day: -8, state: 'APPROVED', from: 'Wexley', to: 'HMP Fernhall', miles: 24.8 },
  { by: 'idris', fund: 0, day: -8, state: 'APPROVED', what: 'FOOD', pence: 640, words: 'Tea for two at the gate' },
  { by: 'idris', fund: 0, day: -15, state: 'IN_BATCH', from: 'Wexley', to: 'HMP Fernhall', miles: 24.8 },
  { by: 'idris', fund: 0, day: -22, state: 'PAID', from: 'Wexley', to: 'HMP Fernhall', miles: 24.8 },
  { by: 'idris', fund: 0, day: -29, state: 'PAID', from: 'Wexley', to: 'HMP Fernhall', miles: 24.8 },
  { by: 'idris', fund: 0, day: -36, state: 'WITHDRAWN', from: 'Wexley', to: 'Carrow', miles: 61 },
  { by: 'joe', fund: 0, day: -2, state: 'WAITING', what: 'PARKING', pence: 350, words: 'At the gate' },
  { by: 'joe', fund: 1, day: -5, state: 'WAITING', what: 'PHONE', pence: 1000 },
  { by: 'joe', fund: 0, day: -12, state: 'APPROVED', what: 'FARE', pence: 1180 },
  { by: 'joe', fund: 0, day: -20, state: 'DECLINED', what: 'FOOD', pence: 3860, words: 'Lunch' },
  { by: 'joe', fund: 0, day: -26, state: 'PAID', what: 'FARE', pence: 1180 },
  { by: 'pauline', fund: 1, day: -6, state: 'WAITING', from: 'Wexley', to: 'Carrow', miles: 30.5 },
] // biome-ignore format: a table

/** What mentoring costs: two funds, claims in every state, one payment made and one on its way. Written as the rule-keepers. */
export async function writeExpenses(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const charity = await findCharity(client)
  const [wendy, pauline] = ['wendy', 'pauline'].map((key) => charity?.accounts.get(key))
  if (!charity || !wendy || !pauline) return
  const { agencyId, accounts } = charity
  const at = (day: number) => calendar.past(moment(day, noon))
  await client.query('set local role throughline_rules')
  const fund = { agency_id: agencyId, currency: 'GBP', debtor_name: 'Riverside Mentors', debtor_iban: 'GB29NWBK60161331926819', made_by: wendy, made_at: at(-120) } // biome-ignore format: one line
  const funds = [
    { ...{ id: newId(), name: 'Harbour Trust, mentors’ travel', amount_in_minor: 15_000 }, starts_on: calendar.day(-120), ends_on: calendar.day(90), ...fund }, // biome-ignore format: one line
    { ...{ id: newId(), name: 'General funds', amount_in_minor: 250_000 }, starts_on: calendar.day(-300), ends_on: null, ...fund }, // biome-ignore format: one line
  ]
  await insertRows(client, 'fund', funds)
  await insertRows(client, 'payee', [
    { account_id: accounts.get('idris'), agency_id: agencyId, holder: 'Idris Bello', iban: 'GB82WEST12345698765432', set_at: at(-100) }, // biome-ignore format: one line
    { account_id: accounts.get('joe'), agency_id: agencyId, holder: 'Joe Marsh', iban: 'GB33BUKB20201555555555', set_at: at(-100) }, // biome-ignore format: one line
  ])
  const batches = [
    { day: -18, paidOn: calendar.day(-17) },
    { day: -6, paidOn: null },
  ].map(({ day, paidOn }, nth) => ({
    ...{ id: newId(), agency_id: agencyId, fund_id: funds[0]!.id, reference: `TL-DEMONSTRATION-${nth + 1}` },
    ...{ made_by: wendy, made_at: at(day), paid_on: paidOn, paid_by: paidOn && wendy, undone_at: null },
  }))
  await insertRows(client, 'payment_batch', batches)
  const rows = claims.map((claim) => {
    const isDecided = claim.state !== 'WAITING' && claim.state !== 'WITHDRAWN'
    return {
      ...{ id: newId(), agency_id: agencyId, claimant_id: accounts.get(claim.by), fund_id: funds[claim.fund]!.id },
      ...{ spent_on: calendar.day(claim.day), words: claim.words ?? '', claimed_at: at(claim.day + 1) },
      ...costOf(claim),
      withdrawn_at: claim.state === 'WITHDRAWN' ? at(claim.day + 1) : null,
      decision: isDecided ? (claim.state === 'DECLINED' ? 'DECLINED' : 'APPROVED') : null,
      ...{ decided_by: isDecided ? pauline : null, decided_at: isDecided ? at(claim.day + 2) : null },
      decided_words: claim.state === 'DECLINED' ? 'We pay up to 10 pounds for a meal. Send it again with that.' : '',
      batch_id: { PAID: batches[0]!.id, IN_BATCH: batches[1]!.id }[claim.state as 'PAID'] ?? null,
      paid_on: claim.state === 'PAID' ? batches[0]!.paid_on : null,
      is_another: false,
    }
  })
  await insertRows(client, 'expense_claim', rows)
  await insertRows(
    client,
    'expense_receipt',
    rows
      .filter(({ kind }) => kind === 'RECEIPT')
      .map(({ id }) => ({
        ...{ claim_id: id, bytes: `\\x${picture}` },
        bytes_hash: `\\x${createHash('sha256').update(id).digest('hex')}`,
      })),
  )
  await client.query('reset role')
}

function costOf(claim: Claim) {
  const none = { way: null, from_place: null, to_place: null, is_return: null, distance_in_tenths: null, unit: null, rate_in_minor: null } // biome-ignore format: one line
  if ('what' in claim) return { kind: 'RECEIPT', ...none, what: claim.what, amount_in_minor: claim.pence }
  const { from, to, miles } = claim
  return {
    ...{ kind: 'MILEAGE', way: 'CAR', from_place: from, to_place: to, is_return: true },
    ...{ distance_in_tenths: Math.round(miles * 10), unit: 'MILE', rate_in_minor: rate, what: null },
    amount_in_minor: Math.round(miles * rate),
  }
}
