import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import type { Pool } from 'pg'
import type { Clock } from './clock.ts'
import { NamingClient, OneStatementClient, openPool } from './connections.ts'
import type { Database, DomainEvent, FormAnswer, Look, Origin, Reading } from './database.ts'
import { asRefusal } from './database-refusal.ts'
import { type Actor, isMentorAlone, signerWith } from './identity.ts'
import { Refusal } from './refusal.ts'
import type { Tables } from './tables.ts'
import { type Bound, type Done, inTransaction, type Mode } from './transaction.ts'
import { tryAgain } from './try-again.ts'

interface Options {
  identityKey: Buffer
  clock: Clock
  max?: number
  /** Of the login that may only read, on a replica where there is one: for reports and exports. */
  readUrl?: string | undefined
  /** Of the login of the person's own door. */
  personUrl: string
  /** Of the login of family and friends. */
  familyUrl: string
  /** Of the login of mentors; without one nothing is read for who is a mentor alone. */
  mentorUrl?: string | undefined
  /** Of the login of auditors; without one the audit is read by nobody. */
  auditorUrl?: string | undefined
}

/** Opens the app's database: every reading and change says who acts, and nobody can forget it. */
export function openDatabase(url: string, { identityKey, clock, max = 10, readUrl, ...urls }: Options): Database {
  const pool = openPool(url, { client: NamingClient, max })
  const replica = readUrl ? openPool(readUrl, { client: NamingClient, max }) : pool
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const [ofPerson, ofFamily] = [urls.personUrl, urls.familyUrl].map(
    (portal) =>
      new Kysely<Tables>({
        dialect: new PostgresDialect({ pool: openPool(portal, { client: OneStatementClient, max: 4 }) }),
      }),
  ) as [Kysely<Tables>, Kysely<Tables>]
  const ofMentors = urls.mentorUrl ? openPool(urls.mentorUrl, { client: NamingClient, max: 4 }) : undefined
  const ofAuditors = urls.auditorUrl ? openPool(urls.auditorUrl, { client: NamingClient, max: 2 }) : undefined
  const sign = signerWith(identityKey)

  const within = <T>(on: Pool, mode: Mode, actor: Actor, work: (db: Kysely<Tables>) => Promise<Done<T>>) =>
    tryAgain(() => inTransaction(loginOf(actor, on), { mode, identity: sign(actor) }, work)).catch((error) => {
      throw asRefusal(error)
    })

  /** Who mentors and works with no case reads and writes on a login that reaches no table about a person (T8). */
  function loginOf(actor: Actor, on: Pool): Pool {
    if (!isMentorAlone(actor)) return on
    if (!ofMentors) throw new Error('There is no login for mentors.')
    return ofMentors
  }

  /** Their own transaction: the app's login has no right to what they read. */
  const onAuditAs =
    (actor: Actor): Reading['onAudit'] =>
    async (work) => {
      if (!ofAuditors) throw new Error('There is no login for auditors.')
      const terms = { mode: 'read only', identity: sign(actor) } as const
      return inTransaction(ofAuditors, terms, async (db) => ({ result: await work(db) }))
    }

  /** Looks are kept before anybody is answered, with the end of the reading, or on the server that may write. */
  async function readFrom<T>(
    on: Pool,
    actor: Actor,
    work: (reading: Reading) => Promise<T>,
    origin: Origin = { channel: 'job' },
  ): Promise<T> {
    let looks: Look[] = []
    const look = (seen: Look) => void looks.push(seen)
    const keep = (seen: Look) => keepLook(sign(actor), actor, origin, seen)
    const result = await within(on, 'read only', actor, async (db) => {
      looks = []
      const result = await work({ db, actor, now: clock.now(), look, onAudit: onAuditAs(actor) })
      return { result, after: on === pool ? looks.map(keep) : [] }
    })
    for (const seen of looks) {
      const { text, values } = keep(seen)
      if (on !== pool) await tryAgain(() => pool.query(text, values))
      origin.onLook?.()
    }
    return result
  }

  return {
    unknown: kysely,
    ofPerson,
    ofFamily,
    pool,
    clock,

    read: (actor, work, origin) => readFrom(pool, actor, work, origin),
    report: (actor, work, origin) => readFrom(replica, actor, work, origin),

    change: (actor, work, origin = { channel: 'job' }) =>
      within(pool, 'read write', actor, async (db) => {
        const now = clock.now()
        const events: DomainEvent[] = []
        const looks: Look[] = []
        const last: Bound[] = []
        const jobs: [name: string, payload: Record<string, unknown>][] = []
        if (origin.formId) await claimForm(db, actor, origin, now)

        const result = await work({
          db,
          actor,
          now,
          record: (event) => void events.push(event),
          lastly: (statement) => void last.push(boundOf(statement, db)),
          later: (job, payload) => void jobs.push([job, payload]),
          look: (look) => void looks.push(look),
          onAudit: onAuditAs(actor),
        })
        if (looks.length > 0 || events.length > 0) origin.onLook?.()
        return {
          result,
          closing: [
            ...last,
            keepEvents(actor, now, events, origin),
            ...looks.map((seen) => keepLook(sign(actor), actor, origin, seen)),
            ...jobs.map(([name, payload]) => ({
              text: 'select jobs.enqueue($1, $2)',
              values: [name, JSON.stringify(payload)],
            })),
          ],
        }
      }),

    async findFormAnswer(actor, formId, said) {
      const asked = sql<FormAnswer>`select answer, is_same as "isSame" from form_answer(${sign(actor)}, ${formId}, ${said})`
      const { rows } = await tryAgain(() => asked.execute(kysely))
      return rows[0]
    },

    async keepFormAnswer(actor, formId, location) {
      const said = sql`select answer_form(${sign(actor)}, ${formId}, ${location})`
      await tryAgain(() => said.execute(kysely)) // the change is kept by now: nobody is to hear that it may not be
    },

    async close() {
      await kysely.destroy()
      await ofPerson.destroy()
      await ofFamily.destroy()
      await ofMentors?.end()
      await ofAuditors?.end()
      if (replica !== pool) await replica.end()
    },
  }
}

function boundOf(statement: RawBuilder<unknown>, db: Kysely<Tables>): Bound {
  const { sql: text, parameters } = statement.compile(db)
  return { text, values: [...parameters] }
}

const stampOf = (actor: Actor, { channel, requestId }: Origin) => ({ sessionId: actor.sessionId, channel, requestId })

const keepLook = (identity: string, actor: Actor, origin: Origin, seen: Look): Bound => ({
  text: 'select keep_look($1, $2)',
  values: [identity, JSON.stringify({ ...seen, ...stampOf(actor, origin) })],
})

/** Waits for a first sending that is still under way; refuses when it is done. */
async function claimForm(db: Kysely<Tables>, actor: Actor, { formId, formSaid }: Origin, now: Date): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into done_request (account_id, request_id, done_at, said) values (${actor.userId}, ${formId}, ${now}, ${formSaid ?? null})
    on conflict do nothing`.execute(db)
  if (numAffectedRows === 0n) throw new Refusal('conflict', 'form.already-sent', { formId })
}

/** Events, their audit, the lists' rows and the word to open pages: one statement, however many events there are. */
function keepEvents(actor: Actor, now: Date, events: DomainEvent[], origin: Origin): Bound {
  if (events.length === 0) throw new Error('A change must record at least one event.')
  const rows = events.map((event) => ({
    name: event.name,
    subject_id: event.subjectId,
    case_id: event.caseId,
    person_id: event.personId,
    field_group: event.fieldGroup,
    happened_at: now,
    details: event.details,
  }))
  const stamp = { action: 'alter', ...stampOf(actor, origin) }
  return { text: 'select keep_events($1, $2)', values: [JSON.stringify(rows), JSON.stringify(stamp)] }
}
