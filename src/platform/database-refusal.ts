import { DatabaseError } from 'pg'
import { Refusal } from './refusal.ts'

const kinds: Record<string, Refusal['kind']> = { TL403: 'not allowed', TL404: 'not found' }

/**
 * What a function of the database refused, as the Refusal that an operation would have thrown. The function raises it with
 * one of the codes above, the refusal's own code as its message and its details, ids and codes alone, as JSON in `detail`.
 */
export function asRefusal(error: unknown): unknown {
  const kind = error instanceof DatabaseError ? kinds[error.code ?? ''] : undefined
  if (!kind) return error
  const { message, detail } = error as DatabaseError
  return new Refusal(kind, message, detail ? JSON.parse(detail) : {})
}
