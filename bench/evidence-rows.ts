import { Client } from 'pg'
import { agencyRecords } from './linkage-records.ts'
import { query } from './scratch.ts'

/** Who has what: a prison whose people left it, the police that hold offences, and who asks, with their agency. */
export interface Parts {
  prisonId: string
  policeId: string
  asker: string
  askerAgencyId: string
}

/** The prison and the police of the demonstration, and its coordinator. */
export async function partsOf(url: string): Promise<Parts> {
  const [row] = await query(
    url,
    `select (select id from agency where kind = 'prison' order by name limit 1) as "prisonId",
       (select id from agency where kind = 'police' order by name limit 1) as "policeId", a.id as asker, a.agency_id as "askerAgencyId"
     from account a where a.email = 'marian@wexley-council.example'`,
  )
  return row as unknown as Parts
}

const peopleAtOnce = 10_000

/**
 * Puts people into a database: as several agencies would write them, a third of them more than once, who all left one prison in
 * 2024. Passes row-level security by.
 */
export async function fillPeople(url: string, people: number, { prisonId, policeId }: Parts): Promise<void> {
  await inOneGo(url, async (client) => {
    const rows = agencyRecords(people)
    rows.next() // the header
    for (let begun = 0; begun < people; begun += peopleAtOnce) {
      const lines = Array.from({ length: Math.min(peopleAtOnce, people - begun) }, () => String(rows.next().value))
      await client.query(insertPeople, [lines, prisonId, policeId])
    }
  })
}

const insertPeople = `
  with line as (select string_to_array(said, ',') as c, n from unnest($1::text[]) with ordinality as l(said, n)),
  made as materialized (
    select gen_random_uuid() as id, initcap(c[3]) as given, initcap(c[4]) as family, c[5] as born, c[6] as sex, c[7] as address,
      c[8] as postcode, c[9] as number, c[1]::int as record from line
  ), person_made as (
    insert into person (id, given_name, family_name, born_on, sex, owner_agency_id)
    select id, given, family, case when pg_input_is_valid(born, 'date') and born <> '' then born::date end,
      case sex when 'M' then 'MALE' else 'FEMALE' end, case record % 2 when 0 then $2::uuid else $3::uuid end from made
  ), number_made as (
    insert into person_identifier (person_id, type, value, owner_agency_id) select id, 'PRISON_NUMBER', number, $2 from made where number <> ''
  ), pnc_made as (
    insert into person_identifier (person_id, type, value, owner_agency_id) select id, 'CRO', 'B' || record, $3 from made
  ), address_made as (
    insert into person_address (person_id, lines, postcode, owner_agency_id) select id, address, postcode, $2 from made where postcode <> ''
  )
  insert into custody (person_id, agency_id, received_on, left_on, left_reason, owner_agency_id)
  select id, $2, date '2024-01-01' - 90, date '2024-01-01' + record % 360, 'RELEASED', $2 from made`

/** Five offences for each of them, in the source of the police, and a cohort of the prison's year. */
export async function fillOffences(url: string, people: number, parts: Parts): Promise<string> {
  const { prisonId, policeId, asker, askerAgencyId } = parts
  return inOneGo(url, async (client) => {
    await client.query(insertAgreement, [prisonId, policeId, askerAgencyId])
    await client.query(insertOffences, [policeId, asker, people])
    const { rows } = await client.query(
      `insert into cohort (agency_id, title, prison_id, source_id, from_on, to_on, made_by, made_at)
       values ($4, 'A year', $1, $2, '2024-01-01', '2024-12-31', $3, now()) returning id`,
      [prisonId, policeId, asker, askerAgencyId],
    )
    return rows[0].id
  })
}

const insertAgreement = `
  with a as (insert into agreement (title, purpose, legal_basis, starts_on, offered_at, in_force_at)
    values ('Figures', 'RESETTLEMENT', '', '2020-01-01', now(), now()) returning id),
  g as (insert into agreement_grant (agreement_id, relationship, field_group) select id, 'CUSTODY', 'research' from a)
  insert into agreement_party (agreement_id, agency_id, signed_at) select a.id, party, now() from a, unnest(array[$1, $2, $3]::uuid[]) party`

const insertOffences = `
  with b as (
    insert into import_batch (agency_id, file_name, format, kind, made_by, made_at, committed_at)
    values ($1, 'offences.csv', 'CSV', 'OFFENCES', $2, now(), now()) returning id
  )
  insert into offence_record (batch_id, row, identifier_type, identifier, reference, offence_on, outcome, outcome_on, kind, category,
    is_whole_history, owner_agency_id)
  select b.id, n, 'CRO', 'B' || 1 + n % $3::int, 'R' || n, day, case n % 4 when 0 then 'pending' else 'conviction' end,
    case n % 4 when 0 then null else day + 30 end, 'theft', 'THEFT_NON_MOTOR', true, $1
  from b, generate_series(1, 5 * $3::int) n, lateral (select date '2022-01-01' + (n % 1400 * 11) % 1400 as day) d`

async function inOneGo<T>(url: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const done = await act(client)
    await client.query('commit')
    return done
  } finally {
    await client.end()
  }
}
