import type { FastifyRequest } from 'fastify'
import type { Live } from '../live.ts'
import type { PageContext } from './page-context.ts'
import type { WaysToProve } from './prove-again-page.tsx'

/** What the whole site has in common. */
export interface Site {
  publicUrl: string
  isSecure: boolean
  live: Live | undefined
  pageOf(request: FastifyRequest): PageContext
  /** Words and a page for a problem that no capability answers: see errors.ts. */
  isOwnOrigin(origin: string): boolean
  /** Whether who signed in proved it lately, or does with this request: with their password or a passkey. */
  isProved(request: FastifyRequest): Promise<boolean>
  /** What else than a password proves who signed in. */
  waysToProve(request: FastifyRequest): Promise<WaysToProve>
  /** Where who signed in has to go before anything else opens; undefined when nothing comes first. */
  comesFirst(request: FastifyRequest): string | undefined
}
