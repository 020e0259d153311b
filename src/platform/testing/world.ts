import { randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import type { Clock } from '../clock.ts'
import type { Actor, Database } from '../database.ts'
import { type Jobs, startWorker, type Worker } from '../jobs.ts'
import { log } from '../log.ts'
import { openDatabase } from '../open-database.ts'

/** Every test happens on Monday 2 March 2026 at 09:30 UTC unless it says otherwise. */
const monday = new Date('2026-03-02T09:30:00Z')

export interface World {
  database: Database
  /** Where the clock stands; a test may move it. */
  time: { now: Date }
  appUrl: string
  /** A worker in an agency of their own that is party to the founding agreement. */
  aWorkerAt(agencyName: string, options?: WorkerOptions): Promise<Actor>
  /** Another worker of the same agency. */
  aColleagueOf(actor: Actor, options?: WorkerOptions): Promise<Actor>
  /** The same worker with what changed since (a team joined, a role given). */
  again(actor: Actor): Promise<Actor>
  /** Inserts as the administrator, past every policy; for builders only. */
  insert<Row>(sql: string, values: unknown[]): Promise<Row>
  /** Any SQL as the administrator; for tests about the database itself. */
  inspect<Row>(sql: string, values?: unknown[]): Promise<Row[]>
  startWorker(jobs: Jobs): Promise<Worker>
  close(): Promise<void>
}

export interface WorkerOptions {
  kind?: string
  roles?: string[]
  name?: string
  may?: string[]
}

const everything = [
  'see cases',
  'work on cases',
  'import people',
  'see the directory',
  'keep the directory',
  'see reports',
  'name workers',
  'manage workloads',
  'administer the agency',
  'coordinate the partnership',
  'see agreements',
  'sign agreements',
  'break glass',
  'review break-glass',
  'keep walls',
  'ask known here',
  'dispose of records',
  'keep breaches',
  'answer complaints',
  'answer subject access',
  'approve exports',
  'see evidence',
  'mentor people',
  'see mentors',
  'run mentoring',
  'claim expenses',
  'decide expenses',
  'keep funds',
  'see delivery',
  'keep contracts',
]

/** A database of this test file's own, cloned from the template, with a partnership and its founding agreement. */
export async function openWorld(): Promise<World> {
  const urls = inject('urls')
  const name = `${inject('template')}_${randomBytes(6).toString('hex')}`
  const at = (url: string) => {
    const moved = new URL(url)
    moved.pathname = name
    return moved.href
  }
  await once(urls.administrator, `create database ${name} template ${inject('template')}`)
  const insider = new Client({ connectionString: at(urls.administrator) })
  await insider.connect()
  const query = async (sql: string, values: unknown[] = []) => (await insider.query(sql, values)).rows
  await query(`insert into partnership (name) values ('Test partnership')`)
  await query(`select make_founding_agreement('2020-01-01')`)

  const time = { now: monday }
  const clock: Clock = { now: () => time.now }
  const identityKey = Buffer.from(inject('identityKey'), 'hex')
  const database = openDatabase(at(urls.app), {
    identityKey,
    clock,
    max: 4,
    personUrl: at(urls.person),
    familyUrl: at(urls.family),
    mentorUrl: at(urls.mentor),
    readUrl: at(urls.readonly),
    auditorUrl: at(urls.auditor),
  })

  const aColleague = async (agency: { id: string; name: string; kind: string }, options: WorkerOptions) => {
    const roles = options.roles ?? ['WORKER']
    const [account] = await query(
      'insert into account (agency_id, email, name, roles) values ($1, $2, $3, $4) returning id',
      [agency.id, `${randomUUID()}@example.org`, options.name ?? `Worker of ${agency.name}`, roles],
    )
    return actorOf(account.id, agency, { ...options, roles }, [])
  }

  return {
    database,
    time,
    appUrl: at(urls.app),
    insert: async (sql, values) => (await query(sql, values))[0],
    inspect: query,
    startWorker: (jobs) => startWorker(at(urls.worker), { database, jobs, crontab: '', log }),
    async aWorkerAt(agencyName, options = {}) {
      const code = `T${randomBytes(4).toString('hex').toUpperCase()}`
      const [agency] = await query(
        'insert into agency (code, kind, name) values ($1, $2, $3) returning id, name, kind',
        [code, options.kind ?? 'prison', agencyName],
      )
      await query(
        'insert into agreement_party (agreement_id, agency_id) select id, $1 from agreement where admits_joiners',
        [agency.id],
      )
      return aColleague(agency, options)
    },
    aColleagueOf: (actor, options = {}) =>
      aColleague({ id: actor.agencyId, name: actor.agencyName, kind: actor.agencyKind }, options),
    async again(actor) {
      const teams = await query('select team_id from team_member where account_id = $1', [actor.userId])
      return { ...actor, audiences: [actor.userId, ...teams.map((team) => team.team_id), actor.agencyId] }
    },
    async close() {
      await database.close()
      await insider.end()
      await once(urls.administrator, `drop database ${name} with (force)`)
    },
  }
}

function actorOf(
  userId: string,
  agency: { id: string; name: string; kind: string },
  options: WorkerOptions,
  teams: string[],
): Actor {
  return {
    userId,
    agencyId: agency.id,
    audiences: [userId, ...teams, agency.id],
    name: options.name ?? `Worker of ${agency.name}`,
    agencyName: agency.name,
    agencyKind: agency.kind,
    roles: options.roles ?? ['WORKER'],
    may: new Set(options.may ?? everything),
  }
}

/** From the cluster's maintenance database: a template cannot be cloned by somebody who is connected to it. */
async function once(url: string, sql: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = 'postgres'
  const client = new Client({ connectionString: maintenance.href })
  await client.connect()
  await client.query(sql)
  await client.end()
}
