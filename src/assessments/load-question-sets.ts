import type { Actor, Change, Database } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { readBuiltInSets } from './built-in-sets.ts'
import { insertSet, listSets } from './queries/question-sets.ts'
import type { QuestionSet } from './question-set.ts'

/** Brings the question sets that come with the product into the database, published; those that are there stay as they are. */
export async function bringQuestionSets(database: Database, system: Actor): Promise<void> {
  const there = await database.read(system, listSets)
  const missing = readBuiltInSets().filter(
    ({ type, version }) => !there.some((set) => set.type === type && set.version >= version),
  )
  if (missing.length > 0) await database.change(system, (change) => loadQuestionSets(change, missing))
}

async function loadQuestionSets(change: Change, sets: QuestionSet[]): Promise<void> {
  for (const set of sets) {
    const id = newId()
    await insertSet(change, id, set, change.now)
    const details = { type: set.type, version: set.version }
    change.record({ name: 'question-set.loaded', subjectId: id, fieldGroup: 'administration', details })
  }
}
