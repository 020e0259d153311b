import { anAgreement, grantsOf } from '../agreements/builders.ts'
import { pncWithLetter } from '../people/index.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import type { World } from '../platform/testing/world.ts'
import { commitExtract, startExtract } from './extracts/bring-in.ts'
import { reoffendingJobs } from './jobs.ts'
import { makeCohort } from './keep-cohort.ts'
import type { NewCohort } from './queries/cohorts.ts'

/** The PNC of the nth person of a test. */
export const pncOf = (nth: number): string => pncWithLetter('2001', String(nth))

/** People numbered from one to another who left a prison on a day, each known by a PNC. */
export async function releasedPeople(
  world: World,
  prison: Actor,
  { from, to, on, supervisor, born = '1990-05-04' }: ReleasedOptions,
): Promise<void> {
  for (let nth = from; nth <= to; nth += 1) {
    const { id } = await world.insert<{ id: string }>(
      `insert into person (given_name, family_name, born_on, sex, owner_agency_id) values ('Sam', $1, $2, 'MALE', $3) returning id`,
      [`Rivers ${nth}`, born, prison.agencyId],
    )
    await world.insert(
      `insert into person_identifier (person_id, type, value, owner_agency_id) values ($1, 'PNC', $2, $3)`,
      [id, pncOf(nth), prison.agencyId],
    )
    await world.insert(
      `insert into custody (person_id, agency_id, received_on, left_on, left_reason, owner_agency_id) values ($1, $2, $3::date - 90, $3, 'RELEASED', $2)`,
      [id, prison.agencyId, on],
    )
    if (!supervisor) continue
    await world.insert(
      `with f as (insert into case_file (person_id, purpose, opened_on, owner_agency_id) values ($1, 'RESETTLEMENT', $2, $3) returning id)
      insert into case_party (case_id, agency_id, relationship, since_on, owner_agency_id) select id, $3, 'SUPERVISION', $2, $3 from f`,
      [id, on, supervisor.agencyId],
    )
  }
}

interface ReleasedOptions {
  from: number
  to: number
  on: string
  supervisor?: Actor
  born?: string
}

export const extractHeader = 'pnc,offence date,outcome,outcome date,offence,category'

/** A conviction for theft of the nth person, as a row of an extract. */
export const theft = (nth: number, offenceOn: string, outcomeOn: string): string =>
  `${pncOf(nth)},${offenceOn},conviction,${outcomeOn},theft,THEFT_NON_MOTOR`

/** Offences that police or probation brought in. @returns the batch. */
export async function anExtract(world: World, source: Actor, rows: string[], isWhole = false): Promise<string> {
  const bytes = Buffer.from([extractHeader, ...rows].join('\n'))
  const started = await world.database.change(source, (change) => startExtract(change, { name: 'extract.csv', bytes }))
  if ('problem' in started) throw new Error(started.problem)
  await world.database.change(source, (change) => commitExtract(change, started.batchId, isWhole))
  return started.batchId
}

/** An agreement that lets these agencies have figures made of each other's data. */
export const researchAgreement = (world: World, parties: Actor[]): Promise<string> =>
  anAgreement(world, parties, { grants: grantsOf({ CUSTODY: ['research'] }) })

/** Who left a prison from January to March 2024, unless it says otherwise. */
export const aCohort = (
  world: World,
  owner: Actor,
  said: Pick<NewCohort, 'prisonId' | 'sourceId'> & Partial<NewCohort>,
): Promise<string> =>
  world.database.change(owner, (change) =>
    makeCohort(change, { title: 'First quarter', from: '2024-01-01', to: '2024-03-31', ...said }),
  )

/** Runs what the worker would. */
export const countAll = ({ database }: World): Promise<void> =>
  reoffendingJobs['count-cohorts']!(
    { database, actor: systemFor('00000000-0000-0000-0000-000000000000'), actingFor: systemFor, log },
    {},
  )
