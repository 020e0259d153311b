import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { Range } from '../report.ts'

export interface ProviderAnswers {
  providerName: string
  asked: number
  waiting: number
  answered: number
  inTime: number
  accepted: number
  declined: number
  expired: number
  /** From sent to answered, on average; null while nothing was answered. */
  meanDays: number | null
}

/** How each provider answered what was sent to it in these months, from the whole partnership. Taken-back ones do not count. */
export async function listProviderAnswers({ db }: Reading, { from, to }: Range): Promise<ProviderAnswers[]> {
  const { rows } = await sql<ProviderAnswers>`
    select provider as "providerName", sum(c.count)::int as asked,
      coalesce(sum(c.count) filter (where answer = 'WAITING'), 0)::int as waiting,
      coalesce(sum(c.count) filter (where answer in ('ACCEPTED', 'DECLINED')), 0)::int as answered,
      sum(c.in_time_count)::int as "inTime",
      coalesce(sum(c.count) filter (where answer = 'ACCEPTED'), 0)::int as accepted,
      coalesce(sum(c.count) filter (where answer = 'DECLINED'), 0)::int as declined,
      coalesce(sum(c.count) filter (where answer = 'EXPIRED'), 0)::int as expired,
      (sum(c.seconds) / 86400.0 / nullif(sum(c.count) filter (where answer in ('ACCEPTED', 'DECLINED')), 0))::float8 as "meanDays"
    from service_answer_count c join service s on s.id = c.service_id
    left join agency y on y.id = s.agency_id, lateral (select coalesce(y.name, s.provider_name) as provider) p
    where c.month between ${from}::date and ${to}::date and c.count > 0 and c.answer <> 'WITHDRAWN'
    group by provider order by provider collate "C" limit 1000`.execute(db)
  return rows
}

export interface DeclineCount {
  providerName: string
  reason: string
  count: number
}

/** Why providers said no in these months. */
export async function listDeclines({ db }: Reading, { from, to }: Range): Promise<DeclineCount[]> {
  const { rows } = await sql<DeclineCount>`
    select coalesce(y.name, s.provider_name) as "providerName", c.reason, sum(c.count)::int as count
    from service_answer_count c join service s on s.id = c.service_id left join agency y on y.id = s.agency_id
    where c.month between ${from}::date and ${to}::date and c.answer = 'DECLINED' and c.count > 0
    group by 1, 2 order by 1, 3 desc, 2 limit 3000`.execute(db)
  return rows
}
