import { Client } from 'pg'
import { takeTurns } from './turns.ts'

/** Tells open pages that something changed: which case, hub or line, nothing else. */
export interface Live {
  /** Several changes of one moment are heard once. @returns what ends the listening. */
  listen(id: string, hear: () => void): () => void
  stop(): Promise<void>
}

/** One connection that listens for every open page of this process, and comes back when the database does. */
export async function startLive(url: string): Promise<Live> {
  const listeners = new Map<string, Set<() => void>>()
  const turns = takeTurns()
  let isStopping = false
  let client = await connect()

  async function connect(): Promise<Client> {
    const made = new Client({ connectionString: url })
    made.on('error', () => {}) // 'end' follows
    made.on('notification', ({ payload }) => {
      for (const hear of listeners.get(payload ?? '') ?? []) turns.tell(hear)
    })
    try {
      await made.connect()
      await made.query('listen "case"')
    } catch (error) {
      await made.end().catch(() => {})
      throw error
    }
    made.once('end', () => void comeBack()) // from here on: what never connected would come back twice for each try
    return made
  }

  async function comeBack(): Promise<void> {
    while (!isStopping) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      try {
        client = await connect()
        for (const every of listeners.values()) for (const hear of every) turns.tell(hear) // something may have been missed
        return
      } catch {} // still down: try again
    }
  }

  return {
    listen(id, hear) {
      const every = listeners.get(id) ?? new Set()
      listeners.set(id, every.add(hear))
      return () => {
        turns.forget(hear)
        every.delete(hear)
        if (every.size === 0) listeners.delete(id)
      }
    },
    async stop() {
      isStopping = true
      await client.end()
    },
  }
}
