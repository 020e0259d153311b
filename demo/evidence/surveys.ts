import type { Client } from 'pg'
import { type Audience, starters } from '../../src/surveys/index.ts'
import { type Calendar, moment } from '../calendar.ts'
import { quarterOf } from './periods.ts'

interface Asked {
  audience: Audience
  agency: string
  by: string
  way: string
  /** Replies in a month, and how many in a hundred said yes at first and in the end. */
  inMonth: number
  yes: readonly (readonly [from: number, to: number])[]
}

const months = 27
const asked: Asked[] = [
  { audience: 'PERSON', agency: 'FHI', by: 'helen@fernhall.example', way: 'PAPER', inMonth: 14, yes: [[41, 75], [38, 66], [44, 71], [30, 52], [22, 58]] },
  { audience: 'PERSON', agency: 'CRI', by: 'rosa@carrow-prison.example', way: 'DOOR', inMonth: 8, yes: [[45, 70], [40, 60], [40, 68], [25, 49], [25, 55]] },
  { audience: 'FAMILY', agency: 'CLT', by: 'mabel@', way: 'SCREEN', inMonth: 6, yes: [[52, 78], [48, 74], [20, 44]] },
  { audience: 'STAFF', agency: 'WXP', by: 'ruth@wexley-probation.example', way: 'SCREEN', inMonth: 5, yes: [[35, 82], [30, 88], [26, 31]] },
  { audience: 'CASE_REVIEW', agency: 'WXP', by: 'ruth@wexley-probation.example', way: 'SCREEN', inMonth: 7, yes: [[66, 81], [58, 84], [41, 79]] },
] // biome-ignore format: a table

/** Four surveys, the same questions for two years: what people said got better, and staff still lack time. */
export async function writeSurveys(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  const begunAt = calendar.past(moment(-30 * (months + 1), 600))
  const ids = new Map<Audience, string>()
  for (const { audience, agency, by, way, inMonth, yes } of asked) {
    if (!ids.has(audience)) ids.set(audience, await begin(client, newId(), audience, begunAt))
    const keys = starters[audience].map(({ key }) => key)
    await client.query(
      `insert into survey_reply (survey_id, version, month, agency_id, way, answers, entered_by)
       select $1, 1, (date_trunc('month', $2::date) - back * interval '1 month')::date, y.id, $3,
         (select jsonb_object_agg(q.key, case when (back * 37 + n * 61 + q.place * 23) % 100 < q.lowest + (q.highest - q.lowest) * ($4 - back) / $4 then 'YES'
           when (back + n) % 11 = 0 then 'UNSURE' else 'NO' end) from unnest($5::text[], $6::int[], $7::int[]) with ordinality as q(key, lowest, highest, place)),
         case when $3 <> 'DOOR' then w.id end
       from agency y join account w on w.agency_id = y.id and w.email like $8 || '%', generate_series(0, $4 - 1) back, generate_series(1, $9) n
       where y.code = $10`,
      [
        ...[ids.get(audience), quarterOf(calendar.today), way, months, keys, yes.map(([from]) => from)],
        ...[yes.map(([, to]) => to), by, inMonth, agency],
      ],
    )
  }
}

async function begin(client: Client, id: string, audience: Audience, at: Date): Promise<string> {
  await client.query(
    `insert into survey (id, audience, made_by, made_at) select $1, $2, id, $3 from account where email = 'marian@wexley-council.example'`,
    [id, audience, at],
  )
  await client.query(
    `insert into survey_version (survey_id, version, items, made_by, made_at)
     select $1, 1, $2, id, $3 from account where email = 'marian@wexley-council.example'`,
    [id, JSON.stringify(starters[audience]), at],
  )
  return id
}
