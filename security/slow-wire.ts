import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'

/** Stands between the program and its database, and makes the database as slow as is asked. */
export interface SlowWire {
  port: number
  /** Milliseconds that every answer waits; 'stalled' lets nothing through until another value is set. */
  delay: number | 'stalled'
  close(): Promise<void>
}

/** @param socketPath - of PostgreSQL, such as /tmp/x/.s.PGSQL.5432. */
export async function openSlowWire(socketPath: string): Promise<SlowWire> {
  const open = new Set<Socket>()
  const server = createServer((program) => {
    const database = createConnection(socketPath)
    for (const end of [program, database]) {
      open.add(end)
      end.on('error', () => {}) // the other end is told by close
      end.on('close', () => {
        open.delete(end)
        program.destroy()
        database.destroy()
      })
    }
    program.on('data', (bytes) => void database.write(bytes))
    let last = Promise.resolve() // answers keep their order
    database.on('data', (bytes) => {
      last = last.then(async () => {
        await passed(wire)
        program.write(bytes)
      })
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  const wire: SlowWire = {
    port: (server.address() as { port: number }).port,
    delay: 0,
    async close() {
      for (const end of open) end.destroy()
      server.close()
      await once(server, 'close')
    },
  }
  return wire
}

const tick = 20 // milliseconds

async function passed(wire: SlowWire): Promise<void> {
  for (let waited = 0; wire.delay === 'stalled' || waited < wire.delay; waited += tick) {
    await new Promise((resolve) => setTimeout(resolve, tick))
  }
}
