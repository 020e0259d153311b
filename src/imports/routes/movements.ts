import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { typedBody, typedText } from '../../platform/web/form.ts'
import { fieldsIn, fileIn } from '../../platform/web/upload.ts'
import { decodeText } from '../decode-text.ts'
import { readMovements } from '../movements/read-movements.ts'
import { tellMovements } from '../movements/tell-movements.ts'
import { MovementsCheck, MovementsDone, MovementsStart } from '../views/movements.tsx'

const imports = { config: { may: 'import people', looks: 'none' } } as const

/** A list of movements: checked row by row, then recorded row by row. Sent twice, each line is recorded once, by its id. */
export async function movementImportRoutes(app: FastifyInstance): Promise<void> {
  app.get('/imports/movements', imports, async (request, reply) =>
    reply.page(MovementsStart({ page: request.page(), pasted: '', problems: [] })),
  )

  app.post('/imports/movements/check', imports, async (request, reply) => {
    const text = textOf(request.body)
    const read = rowsOf(request, text)
    if ('problem' in read) return refuse(request, reply, text, read.problem)
    return reply.page(MovementsCheck({ page: request.page(), rows: read.rows, text }))
  })

  app.post('/imports/movements', imports, async (request, reply) => {
    const text = textOf(request.body)
    const read = rowsOf(request, text)
    if ('problem' in read) return refuse(request, reply, text, read.problem)
    const told = await tellMovements((work) => request.change(work), read.rows)
    return reply.page(MovementsDone({ page: request.page(), told }))
  })
}

/** What was sent, as text: a file before what was pasted. */
function textOf(body: unknown): string {
  const file = fileIn(body)
  if (file && file.bytes.length > 0) return decodeText(file.bytes)
  return typedText({ typed: typedBody.parse(fieldsIn(body)) }, 'pasted')
}

function rowsOf(request: FastifyRequest, text: string) {
  if (text.trim() === '') return { problem: 'missing' as const }
  return readMovements(new TextEncoder().encode(text), request.server.database.clock.now())
}

function refuse(request: FastifyRequest, reply: FastifyReply, pasted: string, problem: string) {
  const problems = [{ field: 'file', message: `problem.${problem}` }]
  return reply.status(422).page(MovementsStart({ page: request.page(), pasted, problems }))
}
