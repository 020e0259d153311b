import type { Change, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Feedback, Group, LearningSet } from './learning-set.ts'
import {
  getLearningSet,
  listEnteredGroups,
  putLearningSet,
  replaceFeedback,
  type SetFields,
  updateShared,
} from './queries.ts'

/** Whether the actor's agency held it, or the actor coordinates the partnership. */
export const mayWrite = ({ actor }: Pick<Reading, 'actor'>, { agencyId }: LearningSet): boolean =>
  agencyId === actor.agencyId || actor.may.has('coordinate the partnership')

/**
 * Keeps what a learning set was about. What was asked stands once somebody's answers were entered, the agenda too once it is shared.
 *
 * @param version - the one that was read; 0 of the first writing.
 * @throws Refusal `learning-set.not-found`, `learning-set.not-yours`, `learning-set.changed-meanwhile`
 */
export async function keepLearningSet(
  change: Change,
  outputId: string,
  version: number,
  fields: SetFields,
): Promise<void> {
  const set = await getWritable(change, outputId)
  const isAsked = set.sharedAt !== null || (await listEnteredGroups(change, outputId)).length > 0
  const asked = isAsked ? { ...fields, questions: set.questions } : fields
  const said = set.sharedAt ? { ...asked, agenda: set.agenda } : asked
  if (!(await putLearningSet(change, outputId, version, said))) throw changedMeanwhile()
  record(change, 'learning-set.kept', outputId)
}

/** Enters what a group said. @throws Refusal `learning-set.not-found`, `learning-set.not-yours`, `learning-set.stands` */
export async function enterFeedback(
  change: Change,
  outputId: string,
  group: Group,
  said: readonly Feedback[],
): Promise<void> {
  const set = await getWritable(change, outputId)
  if (set.sharedAt || said.some(({ question }) => question > set.questions.length)) throw stands()
  await replaceFeedback(change, outputId, group, said)
  record(change, 'learning-set.feedback-entered', outputId)
}

/** Shares what the groups said: from then on it stands. @throws Refusal `learning-set.not-found`, `learning-set.not-yours`, `learning-set.stands` */
export async function shareFeedback(change: Change, outputId: string): Promise<void> {
  await getWritable(change, outputId)
  if (!(await updateShared(change, outputId))) throw stands()
  record(change, 'learning-set.shared', outputId)
}

async function getWritable(change: Change, outputId: string): Promise<LearningSet> {
  const set = await getLearningSet(change, outputId)
  if (!mayWrite(change, set)) throw new Refusal('not allowed', 'learning-set.not-yours')
  return set
}

const changedMeanwhile = () => new Refusal('conflict', 'learning-set.changed-meanwhile')
const stands = () => new Refusal('conflict', 'learning-set.stands')
const record = (change: Change, name: string, subjectId: string) =>
  change.record({ name, subjectId, fieldGroup: 'administration' })
