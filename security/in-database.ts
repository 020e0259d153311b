import { Client } from 'pg'

/** One piece of work in a connection of its own. */
export async function inDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {}) // the query that was under way says it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
