import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { Pool, type PoolClient, types } from 'pg'
import type { Reader } from '../scratch.ts'
import { statementsOf } from './statements.ts'

// The least that gives the same rows and fields: no sign-in, no validation, no audit of reads. Every request is one named
// statement. `where` says in the statement who may see what; `rls` leaves it to policies, and so must say who asks, in the
// transaction.
export type Rule = 'where' | 'rls'

interface Settings {
  port: number
  url: string
  rule: Rule
  reader: Reader
}

interface NoteBody {
  kind: string
  part: string
  body: string
  ownWords?: string
}

const { port, url, rule, reader }: Settings = JSON.parse(process.argv[2] ?? '{}')
types.setTypeParser(types.builtins.DATE, (text) => text)

const pool = new Pool({ connectionString: url, max: 10, options: '-c pg_trgm.word_similarity_threshold=0.5' })
const statements = statementsOf(rule)
const audiences = reader.audiences

async function ask(name: keyof typeof statements, values: unknown[]): Promise<string | undefined> {
  const statement = { name, text: statements[name], values }
  if (rule === 'where') return bodyOf(await pool.query(statement))
  return withReader(async (client) => bodyOf(await client.query(statement)))
}

async function withReader<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query(`begin; select set_config('bench.audiences', '${audiences.join(',')}', true)`)
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    client.release()
  }
}

const bodyOf = ({ rows }: { rows: { body: string }[] }) => rows[0]?.body

const app = Fastify({ logger: false })
app.get('/live', async () => 'live')
app.get<{ Querystring: { limit?: string } }>('/api/v1/caseload', async (request, reply) =>
  reply.type('application/json').send(await ask('caseload', [audiences, Number(request.query.limit ?? 50)])),
)
app.get<{ Params: { id: string } }>('/api/v1/cases/:id', async (request, reply) => {
  const body = await ask('case', [audiences, request.params.id])
  return body ? reply.type('application/json').send(body) : reply.status(404).send()
})
app.post<{ Params: { id: string }; Body: NoteBody }>('/api/v1/cases/:id/notes', async (request, reply) => {
  const { kind, part, body, ownWords = '' } = request.body
  const { accountId, agencyId, accountName, agencyName } = reader
  const id = randomUUID()
  const at = new Date()
  const values = [audiences, request.params.id, id, kind, part, body, ownWords, at, accountId, agencyId]
  if (!(await ask('note', values))) return reply.status(404).send()
  const said = { id, kind, part, pathway: null, body, ownWords, happenedAt: at, lengthInMinutes: null }
  const by = {
    authorId: accountId,
    author: accountName,
    agencyId,
    agency: agencyName,
    writtenAt: at,
    correctedAt: null,
  }
  return reply.status(201).send({ ...said, ...by })
})
app.get<{ Querystring: { name: string; limit?: string } }>('/api/v1/people', async (request, reply) => {
  const { name, limit } = request.query
  return reply.type('application/json').send(await ask('people', [audiences, name.toLowerCase(), Number(limit ?? 20)]))
})
app.get<{ Querystring: { from: string; to: string } }>('/api/v1/reports/referrals', async (request, reply) => {
  const { from, to } = request.query
  const counts = await ask('referrals', [reader.agencyId, `${from}-01`, `${to}-01`])
  return reply.type('application/json').send(`{"from":"${from}","to":"${to}","side":"sent","counts":${counts}}`)
})
await app.listen({ port, host: '127.0.0.1' })
process.on('SIGTERM', async () => {
  await app.close()
  await pool.end()
})
