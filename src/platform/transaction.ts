import type { Writable } from 'node:stream'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Tables } from './tables.ts'
import { isRefused, UnknownOutcome } from './try-again.ts'

export interface Done<T> {
  result: T
  /** Statements of the transaction that go out with its commit, in one round trip. */
  closing?: Bound[]
  /** Statements of their own, each its own transaction, that go out with the commit and are kept before anybody is answered. */
  after?: Bound[]
}

export interface Bound {
  text: string
  values: unknown[]
}

export type Mode = 'read only' | 'read write'

interface Terms {
  mode: Mode
  /** Who acts, signed. A bound value and never part of a statement's text: pg_stat_activity shows texts to every session of this login. */
  identity: string
}

/**
 * Works in one transaction of one connection of the pool. Its opening is sent and not waited for: it travels with the first
 * statement of the work, which sees nothing and changes nothing should the opening fail.
 *
 * @throws UnknownOutcome when nobody saw whether the commit of a change arrived.
 */
export async function inTransaction<T>(
  pool: Pool,
  { mode, identity }: Terms,
  work: (db: Kysely<Tables>) => Promise<Done<T>>,
): Promise<T> {
  const client = await pool.connect()
  const turn = turnOf(client)
  sendTogether(client)
  const opened = Promise.all([
    client.query(`begin ${mode}`),
    client.query("select set_config('app.identity', $1, true)", [identity]),
  ])
  opened.catch(() => {}) // told below, once the work has ended
  let isEnding = false
  try {
    const { result, closing = [], after = [] } = await work(turn.db)
    await opened
    sendTogether(client)
    isEnding = mode === 'read write'
    const sent = [
      ...closing.map(({ text, values }) => client.query(text, values)),
      client.query(`commit; ${forgetSettings}`), // of what failed: then it ends as a rollback
      ...after.map(({ text, values }) => client.query(text, values)),
    ]
    for (const { status, reason } of (await Promise.allSettled(sent)) as PromiseRejectedResult[]) {
      if (status === 'rejected') throw reason
    }
    return result
  } catch (error) {
    const first = await opened.then(() => turn.causeOf(error)).catch((cause) => cause)
    await client.query(`rollback; ${forgetSettings}`).catch(() => {}) // the connection may be what failed
    throw isEnding && !isRefused(first) ? new UnknownOutcome('commit', { cause: first }) : first
  } finally {
    turn.end()
    client.release()
  }
}

/** What is sent in this turn of the event loop leaves in one packet: a system call costs as much as a short statement. */
function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/**
 * A setting may be written so that it outlives the transaction, by a function that any statement can call: who acts, the time zone, the
 * encoding. Whoever comes next has none of it. In one text with the end, so that a pooler sends both to one connection.
 */
const forgetSettings = 'reset all'

const aborted = '25P02' // in_failed_sql_transaction

interface Turn {
  db: Kysely<Tables>
  end(): void
  /** Of statements that were sent together all fail once one has, and whoever waits may hear of another one first. */
  causeOf(error: unknown): unknown
}

/** A connection for the length of one transaction: what is asked after its end would run in the name of whoever comes next. */
function turnOf(client: PoolClient): Turn {
  let isOver = false
  let failed: unknown
  const connection = {
    query(text: string, values?: unknown[]) {
      if (isOver) throw new Error('A statement came after the end of its transaction.')
      const asked = client.query(text, values)
      asked.catch((error) => {
        failed ??= error
      })
      return asked
    },
    release() {},
  }
  const only = { connect: async () => connection, end: async () => {} }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: only as never }) })
  const end = () => {
    isOver = true
  }
  const causeOf = (error: unknown) => ((error as { code?: string }).code === aborted ? failed : error)
  return { db, end, causeOf }
}
