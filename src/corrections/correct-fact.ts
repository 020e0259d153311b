import { getCaseFrame } from '../cases/index.ts'
import { postMail } from '../messages/index.ts'
import { config } from '../platform/config.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import type { CorrectionKind, FactKind } from './kinds.ts'
import {
  type Correction,
  findOwnWords,
  getCorrection,
  insertCorrection,
  isRestricted,
  listDesks,
  updateAcknowledged,
  updateLifted,
} from './queries/corrections.ts'
import { listFacts } from './queries/facts.ts'
import { words } from './words.ts'

export interface SaidBeside {
  /** `NOTE:`, `NEED:`, `IDENTITY:` and so on, and the id. */
  fact: string
  kind: CorrectionKind
  /** 1 to 2,000 characters. */
  words: string
  /** What the person said at their own door, where it came from there. */
  ownRequestId: string | null
}

export const mostFacts = 200

/**
 * Says something beside a fact, and sends it to every agency that had sight of that part since the fact was written.
 *
 * @returns the id of the correction.
 * @throws Refusal `case.not-found`; `correction.no-fact` for what the actor does not read or may not write beside;
 *   `correction.already-restricted`; `correction.no-own-words`.
 */
export async function correctFact(change: Change, caseId: string, said: SaidBeside): Promise<string> {
  const { personId } = await getCaseFrame(change, caseId)
  const facts = await listFacts(change, caseId, mostFacts)
  if (!facts.some(({ value }) => value === said.fact)) throw new Refusal('not found', 'correction.no-fact')
  const [factKind, factId] = said.fact.split(':') as [FactKind, string]
  if (said.kind === 'RESTRICTION' && (await isRestricted(change, factId)))
    throw new Refusal('conflict', 'correction.already-restricted')
  const { kind, ownRequestId } = said
  if (ownRequestId && (await findOwnWords(change, caseId, ownRequestId)) === undefined)
    throw new Refusal('not found', 'correction.no-own-words')
  const id = newId()
  await insertCorrection(change, { id, caseId, personId, factKind, factId, kind, words: said.words, ownRequestId })
  record(change, await getCorrection(change, id), 'correction.made')
  await mailAll(change, id)
  return id
}

/** Says for the actor's agency that it has read it and seen to its own papers. @throws Refusal `correction.not-found`. */
export async function acknowledgeCorrection(change: Change, id: string): Promise<void> {
  const correction = await getCorrection(change, id)
  if (!(await updateAcknowledged(change, id))) throw new Refusal('not found', 'correction.not-found')
  record(change, correction, 'correction.acknowledged')
}

/** Lifts a restriction; all who were told of it are told. @throws Refusal `correction.not-found`; `correction.not-restricted`. */
export async function liftRestriction(change: Change, id: string): Promise<void> {
  const correction = await getCorrection(change, id)
  if (!(await updateLifted(change, id))) throw new Refusal('conflict', 'correction.not-restricted')
  record(change, correction, 'correction.lifted')
  await mailAll(change, id)
}

function record(change: Change, { id, caseId, personId, part, kind, factId }: Correction, name: string): void {
  change.record({ name, subjectId: id, caseId, personId, fieldGroup: part, details: { kind, factId } })
}

/** A mail names nobody: it says that something waits. */
async function mailAll(change: Change, id: string): Promise<void> {
  const link = `${config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`}/corrections/${id}`
  for (const { email, locale } of await listDesks(change, id)) {
    const say = words(locale)
    await postMail(change, { to: email, locale, subject: say('mail.subject'), body: say('mail.body', { link }) })
  }
}
