import { getPartnership } from '../agencies/index.ts'
import type { Actor, Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import { answerOf, type NationalGroup, nationalGroups, type Part } from './mechanism.ts'
import { getQuestion, insertAnswer, insertQuestions, listQuestions, type NewAnswer, updateRetired } from './queries.ts'
import { starters } from './starters.ts'

/** Asks the nine questions that come with the product. @throws Refusal `mechanism.coordinators-only`, `mechanism.begun-already` */
export async function beginQuestions(change: Change): Promise<void> {
  mustCoordinate(change)
  if ((await listQuestions(change)).length > 0) throw new Refusal('conflict', 'mechanism.begun-already')
  for (const id of await insertQuestions(change, starters))
    change.record({ name: 'mechanism.asked', subjectId: id, fieldGroup: 'administration' })
}

/** Asks one more. @throws Refusal `mechanism.coordinators-only`, `mechanism.many-questions` */
export async function askQuestion(
  change: Change,
  question: { part: Part; texts: Record<Locale, string> },
): Promise<void> {
  mustCoordinate(change)
  if ((await listQuestions(change)).length >= mostQuestions) throw new Refusal('conflict', 'mechanism.many-questions')
  const [id] = await insertQuestions(change, [question])
  change.record({ name: 'mechanism.asked', subjectId: id!, fieldGroup: 'administration' })
}

const mostQuestions = 60

/** Asks it no more; what was answered is kept. @throws Refusal `mechanism.not-found`, `mechanism.coordinators-only` */
export async function retireQuestion(change: Change, id: string): Promise<void> {
  mustCoordinate(change)
  if (!(await updateRetired(change, id))) throw new Refusal('not found', 'mechanism.not-found')
  change.record({ name: 'mechanism.retired', subjectId: id, fieldGroup: 'administration' })
}

/** For whom somebody may answer: a coordinator for every group, a manager for the country of the partnership. */
export async function groupsOf(reading: Reading): Promise<NationalGroup[]> {
  if (coordinates(reading.actor)) return [...nationalGroups]
  return [(await getPartnership(reading)).jurisdiction]
}

/**
 * Writes down what a national group answered, in front of what it answered before.
 *
 * @param version - the last one that the writer saw; 0 for none.
 * @throws Refusal `mechanism.not-found`, `mechanism.other-group`, `mechanism.answered-meanwhile`
 */
export async function answerQuestion(
  change: Change,
  questionId: string,
  version: number,
  given: NewAnswer,
): Promise<void> {
  const question = await getQuestion(change, questionId)
  if (!(await groupsOf(change)).includes(given.group)) throw new Refusal('not allowed', 'mechanism.other-group')
  const last = answerOf(question, given.group)?.version ?? 0
  if (last !== version || !(await insertAnswer(change, questionId, version + 1, given)))
    throw new Refusal('conflict', 'mechanism.answered-meanwhile')
  const details = { group: given.group, version: version + 1 }
  change.record({ name: 'mechanism.answered', subjectId: questionId, fieldGroup: 'administration', details })
}

const coordinates = ({ roles }: Actor): boolean => roles.includes('COORDINATOR')

function mustCoordinate({ actor }: Change): void {
  if (!coordinates(actor)) throw new Refusal('not allowed', 'mechanism.coordinators-only')
}
