import type { Pathway } from '../needs/index.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import {
  deleteDraftSet,
  getPublishedSet,
  getSet,
  insertSet,
  listSets,
  markPublished,
  type StoredSet,
  updateDraftSet,
} from './queries/question-sets.ts'
import { type AssessmentType, type Question, type QuestionSet, questionSetSchema } from './question-set.ts'

/**
 * Makes the next version of a set, a copy of the published one, to be edited. Answers keep the version they were given under.
 *
 * @returns its id.
 * @throws Refusal `question-set.draft-there` when one is being edited already, with its id.
 */
export async function startQuestionSetVersion(change: Change, type: AssessmentType): Promise<string> {
  const draft = (await listSets(change)).find((set) => set.type === type && !set.publishedAt)
  if (draft) throw new Refusal('conflict', 'question-set.draft-there', { setId: draft.id })
  const published = await getPublishedSet(change, type)

  const id = newId()
  await insertSet(change, id, { ...published.body, version: published.version + 1 }, null)
  record(change, 'question-set.version-started', id, { type, version: published.version + 1 })
  return id
}

/** Where an edit is made: the set, and its edit version as the coordinator saw it. */
export interface Edit {
  setId: string
  editVersion: number
}

/** @throws Refusal as every edit: `question-set.not-found`, `question-set.published`, `question-set.changed-meanwhile`. */
export const changeQuestion = (change: Change, edit: Edit, question: Question): Promise<void> =>
  editPages(change, edit, 'question.changed', question.key, (pages) =>
    pages.map((page) => ({
      ...page,
      questions: page.questions.map((one) => (one.key === question.key ? question : one)),
    })),
  )

/** Adds a question before the standard end of a page. @throws Refusal as every edit. */
export const addQuestion = (change: Change, edit: Edit, pathway: Pathway, question: Question): Promise<void> =>
  editPages(change, edit, 'question.added', question.key, (pages) =>
    pages.map((page) =>
      page.pathway === pathway ? { ...page, questions: insertBeforeEnd(page.questions, question) } : page,
    ),
  )

/** Moves a question one place up or down on its page. @throws Refusal as every edit. */
export const moveQuestion = (change: Change, edit: Edit, key: string, way: 'up' | 'down'): Promise<void> =>
  editPages(change, edit, 'question.moved', key, (pages) =>
    pages.map((page) => ({ ...page, questions: moved(page.questions, key, way) })),
  )

/** Leaves a question out of the new version; its old answers stay. @throws Refusal as every edit. */
export const removeQuestion = (change: Change, edit: Edit, key: string): Promise<void> =>
  editPages(change, edit, 'question.removed', key, (pages) =>
    pages.map((page) => ({ ...page, questions: page.questions.filter((one) => one.key !== key) })),
  )

/** From now on new assessments of the type use this version; those under way keep theirs. @throws Refusal as every edit. */
export async function publishQuestionSet(change: Change, edit: Edit): Promise<void> {
  const set = await openDraft(change, edit)
  if (!(await markPublished(change, set)))
    throw new Refusal('conflict', 'question-set.changed-meanwhile', { setId: set.id })
  record(change, 'question-set.published', set.id, { type: set.type, version: set.version })
}

/** Throws a version away that was never published. @throws Refusal as every edit. */
export async function throwQuestionSetAway(change: Change, edit: Edit): Promise<void> {
  const set = await openDraft(change, edit)
  await deleteDraftSet(change, set.id)
  record(change, 'question-set.thrown-away', set.id, { type: set.type, version: set.version })
}

type Pages = QuestionSet['pages']

async function editPages(
  change: Change,
  edit: Edit,
  what: string,
  key: string,
  work: (pages: Pages) => Pages,
): Promise<void> {
  const set = await openDraft(change, edit)
  const edited = questionSetSchema.safeParse({ ...set.body, pages: work(set.body.pages) })
  if (!edited.success) throw new Refusal('conflict', 'question-set.not-whole', { setId: set.id })

  const isKept = await updateDraftSet(change, set, edited.data)
  if (!isKept) throw new Refusal('conflict', 'question-set.changed-meanwhile', { setId: set.id })
  record(change, `question-set.${what}`, set.id, { type: set.type, version: set.version, key })
}

async function openDraft(change: Change, { setId, editVersion }: Edit): Promise<StoredSet> {
  const set = await getSet(change, setId)
  if (set.publishedAt) throw new Refusal('conflict', 'question-set.published', { setId })
  if (set.editVersion !== editVersion) throw new Refusal('conflict', 'question-set.changed-meanwhile', { setId })
  return set
}

const endKinds: readonly string[] = ['own words', 'strengths', 'readiness', 'support wanted']

function insertBeforeEnd(questions: Question[], question: Question): Question[] {
  const end = questions.findIndex(({ kind }) => endKinds.includes(kind))
  return end < 0 ? [...questions, question] : questions.toSpliced(end, 0, question)
}

function moved(questions: Question[], key: string, way: 'up' | 'down'): Question[] {
  const from = questions.findIndex((one) => one.key === key)
  const to = way === 'up' ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= questions.length) return questions
  return questions.toSpliced(from, 1).toSpliced(to, 0, questions[from]!)
}

function record(change: Change, name: string, subjectId: string, details: Record<string, unknown>): void {
  change.record({ name, subjectId, fieldGroup: 'administration', details })
}
