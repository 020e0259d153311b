import { dayAt } from '../platform/calendar-day.ts'
import type { Reading } from '../platform/database.ts'
import { type FoundCase, findByNumber, listCaseIds } from './queries/people.ts'
import { findWritableCase } from './queries/sessions.ts'
import { caseOfCode, isPackCode } from './sealing/pack-codes.ts'

/** The case that somebody means who typed a prison number or a code of their pack; undefined where they see none. */
export async function findPerson(reading: Reading, typed: string, writtenAt: Date): Promise<FoundCase | undefined> {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (!isPackCode(plain)) return findByNumber(reading, plain)
  const caseId = caseOfCode(plain, reading.actor.userId, await listCaseIds(reading), dayAt(writtenAt))
  const found = caseId ? await findWritableCase(reading, caseId) : undefined
  return caseId && found ? { caseId, ...found } : undefined
}
