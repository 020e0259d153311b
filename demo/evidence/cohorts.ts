import type { Client } from 'pg'
import { type Calendar, moment } from '../calendar.ts'
import type { Period, Periods } from './periods.ts'

/** An agreement under which figures may be made, and three cohorts: two are final, the last is too young for a rate. */
export async function writeCohorts(
  client: Client,
  newId: () => string,
  calendar: Calendar,
  { before, first, second }: Periods,
): Promise<void> {
  await writeAgreement(client, newId(), calendar)
  const make = async (title: string, { from, to }: Period, day: number) => {
    const id = newId()
    await client.query(
      `insert into cohort (id, agency_id, title, prison_id, source_id, from_on, to_on, made_by, made_at)
       select $1, m.agency_id, $2, p.id, s.id, $3, $4, m.id, $5 from account m, agency p, agency s
       where m.email = 'marian@wexley-council.example' and p.code = 'FHI' and s.code = 'WPOL'`,
      [id, title, from, to, calendar.past(moment(day, 660))],
    )
    return id
  }
  const base = await make('Left Fernhall in the year before the project', before, -20)
  const own = await make('Left Fernhall in the project’s first year', first, -20)
  const young = await make('Left Fernhall in the project’s second year', second, -19)
  for (const [cohort, method] of [
    [own, 'The same prison in the four quarters before the project began, counted in the same police extract.'],
    [young, 'The year before the project, so that each later year is set beside the same one.'],
  ]) {
    await client.query(
      `insert into cohort_baseline (id, cohort_id, base_id, method, set_by, set_at)
       select $1, $2, $3, $4, id, $5 from account where email = 'marian@wexley-council.example'`,
      [newId(), cohort, base, method, calendar.past(moment(-19, 680))],
    )
  }
}

// Nobody's index: those that are published have licences of their own.
const weights = {
  ...{ 'theft from a shop': 2, 'possession of a class b drug': 3, 'common assault': 10, 'burglary of a home': 60 },
  ...{ 'criminal damage': 4, 'driving while disqualified': 6, robbery: 90 },
}

/** A table of how grave offences are, made up, in which one kind has no weight. */
export async function writeSeverity(client: Client, newId: () => string, calendar: Calendar): Promise<void> {
  await client.query(
    `insert into severity_table (id, agency_id, version, file_name, weights, loaded_by, loaded_at)
     select $1, agency_id, 'weights made up for the demonstration', 'made-up-weights.csv', $2, id, $3 from account where email = 'marian@wexley-council.example'`,
    [newId(), JSON.stringify(weights), calendar.past(moment(-18, 600))],
  )
}

async function writeAgreement(client: Client, id: string, calendar: Calendar): Promise<void> {
  const at = calendar.past(moment(-380, 600))
  await client.query(
    `insert into agreement (id, title, purpose, legal_basis, gateway, starts_on, review_on, document_reference, offered_at, in_force_at)
     select $1, 'Figures of reoffending, of nobody by name', 'RESETTLEMENT', citation, code, $2, $3, 'ISA/9', $4, $4
     from legal_gateway where code = 'OMA-14-CDA-115'`,
    [id, calendar.day(-380), calendar.day(350), at],
  )
  await client.query(
    `insert into agreement_party (agreement_id, agency_id, signed_at, signed_by, signer_name, signer_title)
     select $1, y.id, $2, w.id, w.name, w.job_title from agency y
     cross join lateral (select id, name, job_title from account where agency_id = y.id order by name limit 1) w
     where y.code in ('FHI', 'CRI', 'WPOL', 'WXP', 'CAP', 'WXC')`,
    [id, at],
  )
  await client.query(
    `insert into agreement_grant (agreement_id, relationship, field_group) values ($1, 'CUSTODY', 'research')`,
    [id],
  )
}
