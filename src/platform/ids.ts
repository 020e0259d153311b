import { randomFillSync } from 'node:crypto'

const idLength = 16 // bytes
const drawn = Buffer.alloc(256 * idLength) // chance drawn for many at once: each draw is a system call
let used = drawn.length

/** A version 7 UUID: random, but in the order of making, so that indexes grow at one end (RFC 9562). */
export function newId(): string {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  const bytes = drawn.subarray(used, used + idLength)
  used += idLength
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
