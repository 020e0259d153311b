import { readFile } from 'node:fs/promises'
import { Client } from 'pg'
import type { Intake } from '../intake.ts'

// Takes in one file when it is told to, and says what that cost. A process of its own, so that its CPU is its own.

export interface Order {
  kind: 'ours' | 'bare' | 'bulk'
  file: string
  peopleFile: string
  agencyId: string
  url: string
}

export interface Result {
  ms: number
  nodeMs: number
}

const order: Order = JSON.parse(process.argv[2] ?? '{}')

interface Ready {
  run(): Promise<void>
  close(): Promise<void>
}

async function ownImport(): Promise<Ready> {
  const { importPeople } = await import('../../src/imports/index.ts')
  const { config } = await import('../../src/platform/config.ts')
  const { systemFor } = await import('../../src/platform/jobs.ts')
  const { startProgram } = await import('../../src/program.ts')
  const program = await startProgram(config)
  const actor = { ...systemFor(order.agencyId), agencyName: 'HMP Fernhall', agencyKind: 'prison' }
  const file = { name: 'list.csv', bytes: await readFile(order.file) }
  return {
    async run() {
      const done = await program.database.change(actor, (change) => importPeople(change, file), { channel: 'command' })
      if ('problem' in done) throw new Error(done.problem)
      // A few of so many share a name and a birth with somebody known, and are set aside for a person to look at.
      const { added, duplicates } = done.counts
      if (added + duplicates !== 10_000 || duplicates > 100) {
        throw new Error(`Not all came in: ${JSON.stringify(done.counts)}`)
      }
    },
    close: () => program.stop(),
  }
}

const inserts = {
  person: `insert into bare.person (id, given_name, family_name, born_on, sex, owner_agency_id)
    select id, "givenName", "familyName", "bornOn", 'MALE', "agencyId"`,
  person_identifier: `insert into bare.person_identifier (person_id, type, value, source, owner_agency_id)
    select id, t.type, t.value, 'CSV', "agencyId"`,
  custody: `insert into bare.custody (person_id, agency_id, wing, cell, source, owner_agency_id)
    select id, "agencyId", wing, cell, 'CSV', "agencyId"`,
  release_date: `insert into bare.release_date (id, person_id, type, day, source, known_at, owner_agency_id)
    select gen_random_uuid(), id, 'CRD', "releaseOn", 'CSV', now(), "agencyId"`,
  case_file: `insert into bare.case_file (id, person_id, opened_on, owner_agency_id)
    select "caseId", id, current_date, "agencyId"`,
  case_party: `insert into bare.case_party (case_id, agency_id, relationship, since_on, owner_agency_id)
    select "caseId", "agencyId", 'CUSTODY', current_date, "agencyId"`,
  audit: `insert into bare.audit (agency_id, action, person_ids, case_ids, channel)
    select "agencyId", 'collect', array[id], array["caseId"], 'command'`,
}
const rows = `from jsonb_to_recordset($1::jsonb) as r(id uuid, "caseId" uuid, "agencyId" uuid, "givenName" text,
  "familyName" text, "bornOn" date, wing text, cell text, "releaseOn" date, number text, pnc text)`
const numbers = `, lateral (values ('PRISON_NUMBER', number), ('PNC', pnc)) as t(type, value)`
const statements = Object.entries(inserts).map(([table, text]) => ({
  name: `into_${table}`,
  text: `${text} ${rows}${table === 'person_identifier' ? numbers : ''}`,
}))

/** Inserts and nothing more, one named statement a table, in one transaction. */
async function bare(atOnce: number): Promise<Ready> {
  const people: Intake[] = JSON.parse(await readFile(order.peopleFile, 'utf8'))
  const client = new Client({ connectionString: order.url })
  await client.connect()
  return {
    async run() {
      await client.query('begin')
      for (let from = 0; from < people.length; from += atOnce) {
        const some = JSON.stringify(
          people.slice(from, from + atOnce).map((one) => ({ ...one, agencyId: order.agencyId })),
        )
        for (const statement of statements) await client.query({ ...statement, values: [some] })
      }
      await client.query('commit')
    },
    close: () => client.end(),
  }
}

const work = { ours: ownImport, bare: () => bare(1), bulk: () => bare(1_000) }[order.kind]
const { run, close } = await work()
process.send?.('ready')
process.once('message', async () => {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  await run()
  const { user, system } = process.cpuUsage(cpu)
  process.send?.({ ms: performance.now() - start, nodeMs: (user + system) / 1000 } satisfies Result)
  await close()
  process.disconnect()
})
