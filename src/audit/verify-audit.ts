import { existsSync } from 'node:fs'
import { type Break, findBreak } from './chain.ts'
import { withWholeAudit } from './queries.ts'
import { publicKeyFrom, readHeads } from './signed-heads.ts'

export interface Verified {
  rows: number
  /** Lines of the file outside of the database that were compared. */
  lines: number
  broken: Break | { line: number } | undefined
}

interface Witness {
  /** The file with the signed heads. */
  file: string
  /** The key that it was signed with, as the auditor keeps it. */
  publicKey: string
}

/**
 * Walks every chain from its beginning and compares it with what was signed. Without a file only the chains themselves.
 *
 * @param url - of the auditor's login, or of the owner's.
 */
export async function verifyAudit(url: string, { file, publicKey }: Witness): Promise<Verified> {
  const hasWitness = existsSync(file) && existsSync(publicKey)
  const read = hasWitness ? readHeads(file, publicKeyFrom(publicKey)) : { heads: [], lines: 0 }
  if ('brokenLine' in read) return { rows: 0, lines: 0, broken: { line: read.brokenLine } }
  let count = 0
  const broken = await withWholeAudit(url, (rows, heads) =>
    findBreak(
      counted(rows, () => (count += 1)),
      heads,
      read.heads,
    ),
  )
  return { rows: count, lines: read.lines, broken }
}

async function* counted<T>(items: AsyncIterable<T>, count: () => void): AsyncGenerator<T> {
  for await (const item of items) {
    count()
    yield item
  }
}
