import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { openSeal } from '../sealing/open-seal.ts'
import { authorMark, currentKey } from '../sealing/seal-keys.ts'
import { type Typed, typedBody, typedText } from './form.ts'
import type { PageContext } from './page-context.ts'

const works = { config: { may: 'work on cases', looks: 'none' } } as const
const letters = z.string().regex(/^[\w-]{1,200000}$/)
const sealedNote = z.object({
  id: z.uuid(),
  keyId: letters,
  author: letters,
  ephemeral: letters,
  nonce: letters,
  sealed: letters,
})
const oldestInMs = 60 * 86_400_000

/** What was written where there was no network, opened under its author's session. */
export interface FromWing {
  /** Made where it was written. */
  id: string
  said: Typed
  /** As the device says, neither to come nor older than 60 days. */
  writtenAt: Date
}

/** Pages of a capability that open without a network. */
export interface Wing {
  /** The beginning of its addresses, and all that its service worker answers for. */
  folder: string
  /** The page that is kept on the device: without anybody's data, not even who reads it. */
  shell(page: PageContext): { toString(): string | Promise<string> }
  /** Files what was opened; `already` for what came before. */
  file(request: FastifyRequest, note: FromWing): Promise<'filed' | 'aside' | 'already'>
}

/** To whom a browser seals, and under which mark it sends. */
export interface Seal {
  key: string
  keyId: string
  author: string
}

/** What pages need that are written without a network (decision 0021): the page itself, its worker, the key, and where it is sent. */
export async function wingRoutes(app: FastifyInstance, { folder, shell, file }: Wing): Promise<void> {
  app.get(`${folder}/shell`, { config: { may: 'anyone' } }, async (request, reply) => {
    const { reader: _reader, sessionEndsInSeconds: _ends, liveUrl: _live, ...page } = request.page()
    return reply.page(shell(page))
  })

  app.get(`${folder}/worker.js`, { config: { may: 'anyone' } }, async (request, reply) => {
    const { assets } = request.page()
    const worker = assets.find(assets.wingWorker.slice('/assets/'.length))!
    return reply.type(worker.type).header('cache-control', 'no-cache').send(worker.body)
  })

  app.get(`${folder}/seal-key`, works, async (request) => readSealOf(request))

  app.post(`${folder}/sealed`, works, async (request, reply) => {
    const read = sealedNote.safeParse(request.body)
    if (!read.success) throw new Refusal('unreadable', 'request.unreadable')
    // Who else sits at the device can neither read a note nor send it as their own.
    if (read.data.author !== authorMark(request.actor.userId)) throw new Refusal('not allowed', 'seal.not-yours')
    const text = await openSeal(read.data)
    const said = text === undefined ? undefined : typedOf(text)
    const to = said && typedText({ typed: said }, 'to') // older devices do not say it
    if (!said || (to && to !== folder)) throw new Refusal('unreadable', 'request.unreadable')
    Object.assign(request.body as object, { formId: read.data.id }) // done once, as any form is
    const { pad: _pad, to: _to, formId: _id, writtenAt: at, ...rest } = said
    const now = app.database.clock.now().getTime()
    const writtenAt = new Date(Math.min(now, Math.max(Number(at) || 0, now - oldestInMs)))
    try {
      return reply.send({ state: await file(request, { id: read.data.id, said: rest, writtenAt }) })
    } catch (error) {
      if (error instanceof Refusal && error.code === 'form.already-sent') return reply.send({ state: 'already' })
      throw error
    }
  })
}

export async function readSealOf({ actor }: FastifyRequest): Promise<Seal> {
  const { id: keyId, publicKey: key } = await currentKey()
  return { key, keyId, author: authorMark(actor.userId) }
}

function typedOf(text: string): Typed {
  const fields: Record<string, string[]> = {}
  for (const [name, value] of new URLSearchParams(text)) fields[name] = [...(fields[name] ?? []), value]
  return typedBody.parse(
    Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all.length > 1 ? all : all[0]])),
  )
}
