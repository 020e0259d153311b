import { Client } from 'pg'
import { listed } from './back-up.ts'
import type { Manifest } from './backup-file.ts'

/** What a database that was restored lacks, in sentences; empty when it is whole and closed. */
export async function findFaults(ownerUrl: string, appUrl: string, { tables }: Manifest): Promise<string[]> {
  const faults: string[] = []
  await as(ownerUrl, async (owner) => {
    await owner.query('begin read only')
    await owner.query('set local role throughline_rules')
    for (const { name, rows, columns } of tables) {
      const { rows: found } = await owner.query<{ count: number }>(
        `select count(*) from (select ${listed(columns)} from ${name}) t`,
      )
      if (Number(found[0]!.count) !== rows) faults.push(`${name} holds ${found[0]!.count} rows and not ${rows}.`)
    }
    const { rows: loose } = await owner.query<{ name: string }>(`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname not in ('migration', 'provenance')`)
    faults.push(...loose.map(({ name }) => `${name} is not under forced row-level security.`))
  })
  await as(appUrl, async (app) => {
    for (const table of ['person', 'case_file', 'note']) {
      const { rowCount } = await app.query(`select from ${table} limit 1`)
      if (rowCount) faults.push(`${table} is open to somebody who did not say who they are.`)
    }
  })
  return faults
}

async function as(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
