import { createHash } from 'node:crypto'

/** One row of the audit as it lies, every column as PostgreSQL writes it in text, in the order that is hashed. */
export interface AuditRow {
  shard: number
  place: number
  hash: string
  /** id, microseconds since 1970, account, agency, session, action, people, cases, parts, reason, channel, request, outcome, details, on behalf of, purpose, basis, recipients. */
  words: (string | null)[]
}

/** The last row of a shard: its number in the shard and its hash, in hexadecimal. */
export interface Head {
  shard: number
  place: number
  hash: string
}

export const shards = 64

export type BreakKind = 'edited' | 'missing' | 'head-changed' | 'cut' | 'rewritten'

/** The first thing that does not fit. */
export interface Break {
  shard: number
  place: number
  kind: BreakKind
}

const hashOf = (before: Buffer, words: string): Buffer => createHash('sha256').update(before).update(words).digest()
export const firstHash = (shard: number): Buffer => hashOf(Buffer.alloc(0), `throughline audit shard ${shard}`)

/** The same text as audit_chained() makes of a row (src/audit/functions.sql). */
export const wordsOf = (words: readonly (string | null)[]): string =>
  `[${words.map((word) => (word === null ? 'null' : JSON.stringify(word))).join(', ')}]`

export const linkOf = (before: Buffer, words: readonly (string | null)[]): Buffer => hashOf(before, wordsOf(words))

/**
 * Walks the chains and compares them with their heads, in the database and as they were signed outside of it.
 *
 * @param rows - all of them, by shard and then by place; read as a stream, so that millions fit.
 * @param heads - as the database has them now.
 * @param signed - heads that were signed earlier; what lies behind them cannot be changed by anybody without its being seen.
 */
export async function findBreak(
  rows: AsyncIterable<AuditRow> | Iterable<AuditRow>,
  heads: readonly Head[],
  signed: readonly Head[],
): Promise<Break | undefined> {
  const known = new Map<string, string>(signed.map(({ shard, place, hash }) => [`${shard}/${place}`, hash]))
  const ends = Array.from({ length: shards }, (_, shard) => ({ place: 0, hash: firstHash(shard) }))
  for await (const { shard, place, hash, words } of rows) {
    const end = ends[shard]
    if (!end || place !== end.place + 1) return { shard, place: (end?.place ?? 0) + 1, kind: 'missing' }
    const expected = linkOf(end.hash, words)
    if (expected.toString('hex') !== hash) return { shard, place, kind: 'edited' }
    const witness = known.get(`${shard}/${place}`)
    if (witness && witness !== hash) return { shard, place, kind: 'rewritten' }
    ends[shard] = { place, hash: expected }
  }
  for (const { shard, place } of signed) {
    if (place > ends[shard]!.place) return { shard, place: ends[shard]!.place + 1, kind: 'cut' }
  }
  const byShard = new Map(heads.map((head) => [head.shard, head]))
  for (const [shard, { place, hash }] of ends.entries()) {
    const head = byShard.get(shard)
    if (!head || head.place !== place || head.hash !== hash.toString('hex'))
      return { shard, place, kind: 'head-changed' }
  }
  return undefined
}
