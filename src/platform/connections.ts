import { createHash } from 'node:crypto'
import { Client, Pool, type QueryConfig, types } from 'pg'
import { config } from './config.ts'

const { builtins } = types
types.setTypeParser(builtins.DATE, (day) => day) // a day is a word like '2026-03-02', never an instant
types.setTypeParser(builtins.INT8, Number) // our counts and event numbers stay far below 2^53

const keepsPlans = config.NAMED_STATEMENTS === 'on'

/** Planning a named statement anew for each set of values costs 1 to 3 ms, more than most of them take. */
const generic = '-c plan_cache_mode=force_generic_plan'
/** A server's just-in-time compiler would spend 60 ms on a list that takes 15: its estimates are of rows nobody may see. */
const interpreted = '-c jit=off'

/** A pool that outlives the server: without listeners, a restart of PostgreSQL (57P01) would end this process. */
export function openPool(
  url: string,
  { client = Client, max = 10 }: { client?: typeof Client; max?: number } = {},
): Pool {
  const survive = () => {} // the next query says what is wrong, to somebody who can act on it
  const pipeline = client === NamingClient // sends at once what is not waited for
  const options = keepsPlans ? { options: `${interpreted} ${generic}` } : {} // a pgbouncer refuses them
  const pool = new Pool({ connectionString: url, Client: client, max, pipeline, ...options })
  return pool.on('error', survive).on('connect', (connection) => connection.on('error', survive))
}

/**
 * Sends what carries no values as one statement too (T22). PostgreSQL would otherwise take several in one text: behind a smuggled
 * semicolon somebody could prepare a statement of ours anew, so that it kept the identity of whoever came next.
 */
export class OneStatementClient extends Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads are wider than what Kysely calls
  override query(text: any, values?: any, callback?: any): any {
    if (typeof text !== 'string' || values?.length || ourOwn.has(text)) return super.query(text, values, callback)
    const alone = { text, queryMode: 'extended' } // which pg's types do not know
    return super.query(alone as never, values, callback)
  }
}

/** Of transaction.ts: nothing is written into them, and they cost less as they are. */
const ourOwn = new Set(['begin read only', 'begin read write', 'commit; reset all', 'rollback; reset all'])

const names = new Map<string, string>()

/** Names every statement, so that PostgreSQL plans each text once per connection (2.4 times the throughput). */
export class NamingClient extends OneStatementClient {
  // biome-ignore lint/suspicious/noExplicitAny: pg's overloads are wider than what Kysely calls
  override query(text: any, values?: any, callback?: any): any {
    if (typeof text !== 'string' || !values?.length || !keepsPlans) {
      return super.query(text, values, callback)
    }
    const named: QueryConfig = { name: nameOf(text), text, values }
    return super.query(named, callback)
  }
}

function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `k${createHash('md5').update(text).digest('hex')}`
    names.set(text, name)
  }
  return name
}
