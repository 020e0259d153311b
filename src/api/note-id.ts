import { createHash } from 'node:crypto'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'

/** The id of a note by the sender's own key for it, so that a second sending meets the first and is not written again. */
export function noteIdOf({ userId }: Actor, key: string | undefined): string {
  if (!key) return newId()
  const bytes = createHash('sha256').update(`${userId} ${key}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80 // version 8 of RFC 9562: made by a rule of our own
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
