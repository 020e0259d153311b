import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Pool, escapeLiteral as quoted } from 'pg'
import type { Clock } from './clock.ts'
import { NamingClient, openPool } from './connections.ts'
import type { Database, DomainEvent, Look, Origin, Reading } from './database.ts'
import { type Actor, signerWith } from './identity.ts'
import { Refusal } from './refusal.ts'
import type { Tables } from './tables.ts'
import { isRefused, tryAgain, UnknownOutcome } from './try-again.ts'

interface Done<T> {
  result: T
  /** Statements that go with the commit, in one round trip: values are quoted, since they cannot be named. */
  closing?: string[]
}

interface Options {
  identityKey: Buffer
  clock: Clock
  max?: number
  /** Of a replica. */
  readUrl?: string | undefined
}

/** Opens the app's database: every reading and change says who acts, and nobody can forget it. */
export function openDatabase(url: string, { identityKey, clock, max = 10, readUrl }: Options): Database {
  const pool = openPool(url, { client: NamingClient, max })
  const kysely = open(pool)
  const replica = readUrl ? open(openPool(readUrl, { client: NamingClient, max })) : kysely
  const sign = signerWith(identityKey)

  // Who acts is a bound value and never part of a statement's text: pg_stat_activity shows texts to every session of this login.
  const within = <T>(on: Kysely<Tables>, mode: string, actor: Actor, work: (db: Kysely<Tables>) => Promise<Done<T>>) =>
    tryAgain(() => on.connection().execute((db) => once(db, mode, actor, work)))

  async function once<T>(
    db: Kysely<Tables>,
    mode: string,
    actor: Actor,
    work: (db: Kysely<Tables>) => Promise<Done<T>>,
  ) {
    await sql.raw(`begin ${mode}`).execute(db)
    let isEnding = false
    try {
      await sql`select set_config('app.identity', ${sign(actor)}, true)`.execute(db)
      const { result, closing = [] } = await work(db)
      isEnding = mode !== 'read only'
      await sql.raw([...closing, 'commit'].join('; ')).execute(db)
      return result
    } catch (error) {
      await sql
        .raw('rollback')
        .execute(db)
        .catch(() => {}) // the connection may be what failed
      throw isEnding && !isRefused(error) ? new UnknownOutcome('commit', { cause: error }) : error
    }
  }

  async function readFrom<T>(
    on: Kysely<Tables>,
    actor: Actor,
    work: (reading: Reading) => Promise<T>,
    origin: Origin = { channel: 'job' },
  ): Promise<T> {
    let looks: Look[] = []
    const look = (seen: Look) => void looks.push(seen)
    const result = await within(on, 'read only', actor, async (db) => {
      looks = []
      return { result: await work({ db, actor, now: clock.now(), look }) }
    })
    for (const seen of looks) {
      const row = asJson({ ...seen, ...stampOf(actor, origin) })
      await tryAgain(() => sql`select keep_look(${sign(actor)}, ${row})`.execute(kysely))
      origin.onLook?.()
    }
    return result
  }

  return {
    unknown: kysely,
    pool,
    clock,

    read: (actor, work, origin) => readFrom(kysely, actor, work, origin),
    report: (actor, work, origin) => readFrom(replica, actor, work, origin),

    change: (actor, work, origin = { channel: 'job' }) =>
      within(kysely, '', actor, async (db) => {
        const now = clock.now()
        const events: DomainEvent[] = []
        const looks: Look[] = []
        const jobs: [name: string, payload: Record<string, unknown>][] = []
        if (origin.formId) await claimForm(db, actor, origin.formId, now)

        const result = await work({
          db,
          actor,
          now,
          record: (event) => void events.push(event),
          later: (job, payload) => void jobs.push([job, payload]),
          look: (look) => void looks.push(look),
        })
        if (looks.length > 0 || events.length > 0) origin.onLook?.()
        return {
          result,
          closing: [
            keepEvents(actor, now, events, origin),
            ...looks.map(
              (seen) =>
                `select keep_look(current_setting('app.identity'), ${asLiteral({ ...seen, ...stampOf(actor, origin) })})`,
            ),
            ...jobs.map(([name, payload]) => `select jobs.enqueue(${quoted(name)}, ${asLiteral(payload)})`),
          ],
        }
      }),

    async findFormAnswer(actor, formId) {
      const { rows } = await sql<{
        answer: string | null
      }>`select form_answer(${sign(actor)}, ${formId}) as answer`.execute(kysely)
      return rows[0]?.answer ?? undefined
    },

    async keepFormAnswer(actor, formId, location) {
      await sql`select answer_form(${sign(actor)}, ${formId}, ${location})`.execute(kysely)
    },

    async close() {
      await kysely.destroy()
      if (replica !== kysely) await replica.destroy()
    },
  }
}

const open = (pool: Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
const asJson = (value: unknown) => JSON.stringify(value)
const asLiteral = (value: unknown) => quoted(asJson(value))
const stampOf = (actor: Actor, { channel, requestId }: Origin) => ({ sessionId: actor.sessionId, channel, requestId })

/** Waits for a first sending that is still under way; refuses when it is done. */
async function claimForm(db: Kysely<Tables>, actor: Actor, formId: string, now: Date): Promise<void> {
  const { numAffectedRows } = await sql`
    insert into done_request (account_id, request_id, done_at) values (${actor.userId}, ${formId}, ${now})
    on conflict do nothing`.execute(db)
  if (numAffectedRows === 0n) throw new Refusal('conflict', 'form.already-sent', { formId })
}

/** Events, their audit, the lists' rows and the word to open pages: one statement, however many events there are. */
function keepEvents(actor: Actor, now: Date, events: DomainEvent[], origin: Origin): string {
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
  return `select keep_events(${asLiteral(rows)}, ${asLiteral({ action: 'alter', ...stampOf(actor, origin) })})`
}
