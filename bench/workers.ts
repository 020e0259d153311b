import { randomUUID } from 'node:crypto'
import { query } from './scratch.ts'

/** Colleagues of the desks of a hub, each with an account, teams and a session of their own. @returns their cookies. */
export async function signInMany(freeUrl: string, hubId: string, count: number): Promise<string[]> {
  const tokens = Array.from({ length: count }, () => randomUUID())
  await query(
    freeUrl,
    `with model as (
       select a.*, row_number() over (order by d.id) - 1 as place, count(*) over () as models from hub_desk d
       cross join lateral (select a.* from account a where a.agency_id = d.agency_id and a.roles = '{WORKER}' and not a.is_integration
         and a.disabled_at is null order by a.email limit 1) a where d.hub_id = $1 and d.ended_at is null),
     made as (
       insert into account (agency_id, email, name, roles) select m.agency_id, 'board-' || t.n || '@bench.example', 'Board ' || t.n, m.roles
       from generate_series(1, $2::int) as t(n) join model m on m.place = t.n % m.models returning id, agency_id),
     teams as (
       insert into team_member (team_id, account_id) select tm.team_id, made.id from made
       join model m on m.agency_id = made.agency_id join team_member tm on tm.account_id = m.id on conflict do nothing)
     insert into session (token_hash, account_id, started_at, seen_at, ends_at)
     select sha256(convert_to(t.token, 'UTF8')), made.id, now(), now(), now() + interval '9 hours'
     from (select id, row_number() over () as n from made) made join unnest($3::text[]) with ordinality as t(token, n) on t.n = made.n`,
    [hubId, count, tokens],
  )
  return tokens.map((token) => `session=${token}`)
}

/** A session for each of these accounts. @returns their cookies, in the same order. */
export async function signInAs(freeUrl: string, accountIds: readonly string[]): Promise<string[]> {
  const tokens = accountIds.map(() => randomUUID())
  await query(
    freeUrl,
    `insert into session (token_hash, account_id, started_at, seen_at, ends_at)
     select sha256(convert_to(token, 'UTF8')), id, now(), now(), now() + interval '9 hours' from unnest($1::text[], $2::uuid[]) as s(token, id)`,
    [tokens, accountIds],
  )
  return tokens.map((token) => `session=${token}`)
}
