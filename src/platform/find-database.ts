import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { applyDatabase } from '../../database/apply.ts'
import type { Config } from './config.ts'
import { startPostgres, urlAt } from './embedded-postgres.ts'
import { keepSecret, keptSecret, readSecret } from './secrets.ts'
import { tryAgain } from './try-again.ts'

export interface FoundDatabase {
  owner: string
  app: string
  worker: string
  /** Of the person's own door: it reads no table. */
  person: string
  /** Of the family's pages: it reads no table either. */
  family: string
  /** Of who mentors and works with no case: it reads what is their own. */
  mentor: string
  /** Of reports and exports: it sees what the app sees and may not write. */
  readonly: string
  /** Of auditors: it reads the audit. */
  auditor: string
  /** Of backups: it reads every row. */
  backup: string
  identityKey: Buffer
  isEmbedded: boolean
  stop(): Promise<void>
}

type Settings = Pick<Config, 'DATA_DIR' | 'DATABASE_URL' | 'APP_DATABASE_URL' | 'WORKER_DATABASE_URL'> &
  Partial<Pick<Config, 'READ_DATABASE_URL'>>

/** Finds the database that the environment speaks of, or starts the embedded one, and brings it to the present. */
export async function findDatabase(settings: Settings): Promise<FoundDatabase> {
  const isOwnerless = !settings.DATABASE_URL && settings.APP_DATABASE_URL && settings.WORKER_DATABASE_URL
  if (isOwnerless) return withoutOwner(settings)
  const { owner, isEmbedded, stop } = await findOwner(settings)
  // A database that has just come up may still be recovering; all that is applied is applied once.
  return { ...(await tryAgain(() => prepareDatabase(owner, settings))), isEmbedded, stop }
}

/** The same as its owner and as it lies: nothing is applied to it yet. */
export async function findOwner(
  settings: Pick<Settings, 'DATA_DIR' | 'DATABASE_URL'>,
): Promise<Pick<FoundDatabase, 'owner' | 'isEmbedded' | 'stop'>> {
  if (settings.DATABASE_URL) return { owner: settings.DATABASE_URL, isEmbedded: false, stop: async () => {} }
  const { socketFolder, stop } = await startPostgres(join(settings.DATA_DIR, 'postgres'))
  return { owner: await makeDatabase(socketFolder, 'throughline'), isEmbedded: true, stop }
}

/** A login that reads what no request may: brought, or made when the database was last brought to the present. */
export async function findReader(
  settings: Config,
  of: 'auditor' | 'backup',
): Promise<{ url: string; stop(): Promise<void> }> {
  const brought = of === 'auditor' ? settings.AUDITOR_DATABASE_URL : settings.BACKUP_DATABASE_URL
  const nothing = async () => {}
  if (brought) return { url: brought, stop: nothing }
  const kept = (beside: string) => keptLogin(beside, settings.DATA_DIR, `throughline_${of}`)
  if (!settings.DATABASE_URL && settings.APP_DATABASE_URL)
    return { url: kept(settings.APP_DATABASE_URL), stop: nothing }
  const { owner, stop } = await findOwner(settings)
  // A database that an older release left has no such login yet, and is to be saved before it is brought to the present.
  return { url: (await canConnect(kept(owner))) ? kept(owner) : owner, stop }
}

/** A database in an embedded cluster, and the login that owns it: no superuser, but it may create roles. */
export async function makeDatabase(socketFolder: string, name: string): Promise<string> {
  await as(urlAt(socketFolder, 'postgres', 'postgres'), async (administrator) => {
    const { rowCount: roles } = await administrator.query(`select from pg_roles where rolname = 'owner'`)
    if (!roles) await administrator.query('create role owner login createrole')
    const { rowCount: databases } = await administrator.query('select from pg_database where datname = $1', [name])
    if (!databases) await administrator.query(`create database "${name}" owner owner`)
  })
  return urlAt(socketFolder, 'owner', name)
}

/** Schema, functions and policies, and the two least-privileged logins that the program runs with. */
export async function prepareDatabase(
  owner: string,
  settings: Settings,
): Promise<Omit<FoundDatabase, 'isEmbedded' | 'stop'>> {
  const { APP_DATABASE_URL, WORKER_DATABASE_URL, DATA_DIR } = settings
  const login = (group: string) => as(owner, (client) => makeLogin(client, owner, group, DATA_DIR))
  const worker = async () => WORKER_DATABASE_URL ?? asRole(await login('throughline_worker'), 'throughline_worker')

  const identityKey = await applyDatabase(owner, worker)
  keepSecret(DATA_DIR, 'identity-key', identityKey.toString('hex'))
  const app = APP_DATABASE_URL ?? (await login('throughline_app'))
  const [person, family] = [await login('portal_person'), await login('portal_family')]
  return {
    ...{ owner, app, worker: await worker(), person, family, mentor: await login('portal_mentor'), identityKey },
    readonly: readerOf(await login('throughline_readonly'), settings.READ_DATABASE_URL),
    auditor: await login('throughline_auditor'),
    backup: await login('throughline_backup'),
  }
}

/** At run time no owner is needed: `throughline database apply` has prepared the database and kept the key. */
function withoutOwner(settings: Settings): FoundDatabase {
  const { APP_DATABASE_URL: app, WORKER_DATABASE_URL: worker, DATA_DIR } = settings
  const key = readSecret(DATA_DIR, 'identity-key')
  if (!key) {
    throw new Error(
      `The key that signs who acts is not in ${DATA_DIR}/secrets. Run \`npx throughline database apply\` once with DATABASE_URL set.`,
    )
  }
  const stop = async () => {}
  const kept = (group: string) => keptLogin(app!, DATA_DIR, group)
  return {
    owner: '',
    app: app!,
    worker: worker!,
    person: kept('portal_person'),
    family: kept('portal_family'),
    mentor: kept('portal_mentor'),
    readonly: readerOf(kept('throughline_readonly'), settings.READ_DATABASE_URL),
    auditor: kept('throughline_auditor'),
    backup: kept('throughline_backup'),
    identityKey: Buffer.from(key, 'hex'),
    isEmbedded: false,
    stop,
  }
}

/** A login of this database's own in a group, with a password that only this installation's folder knows. */
async function makeLogin(client: Client, owner: string, group: string, folder: string): Promise<string> {
  const { rows } = await client.query<{ suffix: string }>(`select left(md5(current_database()), 8) as suffix`)
  const login = `${group}_${rows[0]!.suffix}`
  const password = keptSecret(folder, login)
  const url = new URL(owner)
  url.username = login
  url.password = password
  if (await canConnect(url.href)) return url.href

  await client.query(`do $$ begin create role ${login} login; exception when duplicate_object then null; end $$`)
  await client.query(`alter role ${login} password '${password}'`) // hex from our own file
  await client.query(`grant ${group} to ${login}`)
  return url.href
}

/** On the replica where there is one; where its address names no login ours, which a replica has too. */
function readerOf(login: string, replica: string | undefined): string {
  if (!replica) return login
  const url = new URL(replica)
  if (url.username) return replica
  const { username, password } = new URL(login)
  return Object.assign(url, { username, password }).href
}

/** The login that makeLogin() made for the database of another login, when this installation was prepared. */
function keptLogin(app: string, folder: string, group: string): string {
  const url = new URL(app)
  const database = decodeURIComponent(url.pathname.slice(1))
  url.username = `${group}_${createHash('md5').update(database).digest('hex').slice(0, 8)}`
  url.password = keptSecret(folder, url.username)
  return url.href
}

/** What a login makes then belongs to its group, so that the next installation's login owns it too. */
function asRole(url: string, role: string): string {
  const acting = new URL(url)
  acting.searchParams.set('options', `-c role=${role}`)
  return acting.href
}

async function canConnect(url: string): Promise<boolean> {
  return as(url, async () => true).catch(() => false)
}

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {}) // the query that was under way says it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
