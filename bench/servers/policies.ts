import { query, type Scratch } from '../scratch.ts'

/**
 * A login under the plainest row-level security that says the same as ours: who asks is an unsigned setting of the
 * transaction, and each table asks `sight` in one inlinable condition.
 *
 * @returns its url.
 */
export async function makePoliciesLogin({ freeUrl, found }: Scratch): Promise<string> {
  const login = `bench_rls_${process.pid}`
  const run = (sql: string) => query(found.isEmbedded ? freeUrl : found.owner, sql)
  await run(`create role ${login} login password 'bench'`)
  await run(`grant usage on schema public, plain to ${login}`)

  const asks = `(select string_to_array(current_setting('bench.audiences'), ','))::uuid[]`
  await allow('sight', `audience_id = any(${asks})`)
  const open = ['agency', 'account', 'team', 'service']
  for (const table of open) await allow(table, 'true')
  for (const [table, part] of Object.entries(byCase)) await allow(table, sees(`sight.case_id = ${table}.case_id`, part))
  for (const [table, part] of Object.entries(byPerson)) {
    await allow(table, sees(`sight.person_id = ${table}.person_id`, part))
  }
  await allow('case_file', sees('sight.case_id = case_file.id', `'identity'`))
  await allow('person', sees('sight.person_id = person.id', `'identity'`))
  await allow('referral_count', `agency_id = any(${asks})`)
  await run(`create policy bench_writes on note for insert to ${login} with check (exists (select from sight
    where sight.case_id = note.case_id and note.field_group = any(sight.writes)))`)
  await run(`create policy bench_keeps on plain.audit for insert to ${login} with check (true)`)
  await run(`grant insert on note, plain.audit to ${login}`)

  const url = new URL(freeUrl)
  url.username = login
  url.password = 'bench'
  return url.href

  async function allow(table: string, condition: string): Promise<void> {
    await run(`create policy bench_sees on ${table} for select to ${login} using (${condition})`)
    await run(`grant select on ${table} to ${login}`)
  }
}

const sees = (join: string, part: string) => `exists (select from sight where ${join} and ${part} = any(sight.reads))`

const byCase: Record<string, string> = {
  case_summary: `'identity'`,
  case_party: `'identity'`,
  pathway_status: `'needs'`,
  need: `'needs'`,
  referral: `'referrals'`,
  step: `'plan'`,
  appointment: `'plan'`,
  note: 'note.field_group',
}
const byPerson: Record<string, string> = {
  person_identifier: `'identity'`,
  person_alias: `'identity'`,
  custody: `'custody'`,
  release_date: `'custody'`,
}
