import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { takeTurns } from './turns.ts'

/** Tells open pages that something changed: which case, hub or line, nothing else. */
export interface Live {
  /** Several changes of one moment are heard once. @returns what ends the listening. */
  listen(id: string, hear: () => void): () => void
  /** How often it was said of one of those that are listened to that it changed, or may have; undefined while nobody hears of it. */
  changesOf(id: string): number | undefined
  stop(): Promise<void>
}

const patience = 30_000 // milliseconds after the last page: whoever goes from page to page leaves none open for a moment
const waitsForChanges = 1_000 // milliseconds: a change that says no word holds its lock for the length of its commit
const triesAgainAfter = 250 // milliseconds
const lockNotAvailable = '55P03'
const everyNumber = Array.from({ length: 64 }, (_, number) => number)

/**
 * One connection that listens for every open page of this process, and comes back when the database does. While no page is
 * open it does not listen: every word of every change would wake it. While it listens it holds a lock that each change tries for:
 * where nobody holds it a change says no word at all, which costs the commit a tenth (`keep_events`). Every login of the database may
 * hold one for ever: it is waited for no longer than a change takes, and a change that finds it held says its word.
 */
export async function startLive(url: string): Promise<Live> {
  const listeners = new Map<string, Set<() => void>>()
  const changes = new Map<string, number>()
  const turns = takeTurns()
  let missed = 0 // times when anything may have changed unheard
  let isStopping = false
  let isListening = false
  let isHeard = false // from when the database has answered that it tells
  let round = 0 // of listening, which ends when the last page leaves
  let leaving: NodeJS.Timeout | undefined
  let client = await connect()

  async function connect(): Promise<Client> {
    const made = new Client({ connectionString: url })
    made.on('error', () => {}) // 'end' follows
    made.on('notification', ({ payload = '' }) => {
      if (listeners.has(payload)) changes.set(payload, (changes.get(payload) ?? 0) + 1)
      for (const hear of listeners.get(payload) ?? []) turns.tell(hear)
    })
    try {
      await made.connect()
      if (listeners.size > 0) await begin(made)
    } catch (error) {
      await made.end().catch(() => {})
      throw error
    }
    made.once('end', () => {
      isListening = false
      isHeard = false
      round += 1
      void comeBack()
    }) // from here on: what never connected would come back twice for each try
    return made
  }

  async function comeBack(): Promise<void> {
    while (!isStopping) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      try {
        client = await connect()
        await attend()
        tellAll()
        return
      } catch {} // still down: try again
    }
  }

  async function begin(on: Client): Promise<void> {
    isListening = true
    await on.query(`set lock_timeout = ${waitsForChanges}`)
    const isHeld = await on.query('select pg_advisory_lock_shared(7263405, unnest($1::int[]))', [everyNumber]).then(
      () => true, // once changes under way are kept
      (error) => {
        if (error.code !== lockNotAvailable) throw error
        return false
      },
    )
    await on.query('listen "case"')
    isHeard = isHeld
    if (!isHeld) goOnTrying(on).catch(() => {}) // it has ended, and begins anew when it is back
  }

  /** A change that was under way may have said no word: once its lock is had, everybody looks anew. */
  async function goOnTrying(on: Client): Promise<void> {
    const mine = round
    for (let lacking = everyNumber; lacking.length > 0; ) {
      await sleep(triesAgainAfter)
      if (round !== mine) return
      const { rows } = await on.query<{ number: number }>(
        'select number from unnest($1::int[]) number where not pg_try_advisory_lock_shared(7263405, number)',
        [lacking],
      )
      if (rows.length < lacking.length) tellAll()
      lacking = rows.map(({ number }) => number)
    }
    isHeard = round === mine
  }

  /** What was said before the database heard that we listen has been missed, hence a word to all. */
  async function attend(): Promise<void> {
    clearTimeout(leaving)
    if (isListening || listeners.size === 0) return
    await begin(client)
    tellAll()
  }

  function tellAll(): void {
    missed += 1
    for (const every of listeners.values()) for (const hear of every) turns.tell(hear)
  }

  function leave(): void {
    if (listeners.size > 0 || !isListening) return
    isListening = false
    isHeard = false
    round += 1
    client.query('unlisten *; select pg_advisory_unlock_all()').catch(() => {}) // what has ended listens no more
  }

  return {
    listen(id, hear) {
      const every = listeners.get(id) ?? new Set()
      listeners.set(id, every.add(hear))
      attend().catch(() => {}) // it is ending: once it is back it listens
      return () => {
        turns.forget(hear)
        every.delete(hear)
        if (every.size === 0) {
          listeners.delete(id)
          missed += 1 + (changes.get(id) ?? 0) // the sum never comes back to what it was
          changes.delete(id)
        }
        clearTimeout(leaving)
        leaving = setTimeout(leave, patience).unref()
      }
    },
    changesOf: (id) => (isHeard && listeners.has(id) ? missed + (changes.get(id) ?? 0) : undefined),
    async stop() {
      isStopping = true
      round += 1
      clearTimeout(leaving)
      await client.end()
    },
  }
}
