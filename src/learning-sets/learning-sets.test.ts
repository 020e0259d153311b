import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anOutput } from '../targets/builders.ts'
import { enterFeedback, keepLearningSet, shareFeedback } from './keep-learning-set.ts'
import { type Group, groups } from './learning-set.ts'
import { getLearningSet, listToldFeedback } from './queries.ts'

let world: World
let site: Site
let holder: Actor
let reader: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  holder = await world.aWorkerAt('Wexley Probation', { kind: 'probation', roles: ['MANAGER'] })
  reader = await world.aWorkerAt('Walk On', { kind: 'charity', roles: ['MANAGER'] })
})

/** A learning set of which something was asked. */
async function aSet(...questions: string[]): Promise<string> {
  const id = await anOutput(world, holder, { kind: 'LEARNING_SET', title: 'First nights', peopleCount: 40 })
  const reports = { en: 'PUBLISHED', it: 'DRAFT', nl: 'NONE' } as const
  await world.database.change(holder, (change) =>
    keepLearningSet(change, id, 0, { agenda: 'Welcome', questions, reports }),
  )
  return id
}
const enter = (id: string, group: Group, answered: number, agreed: number, words = '') =>
  world.database.change(holder, (change) =>
    enterFeedback(change, id, group, [{ question: 1, answered, agreed, words }]),
  )
const share = (id: string) => world.database.change(holder, (change) => shareFeedback(change, id))
const told = (id: string, actor = reader) => world.database.read(actor, (reading) => listToldFeedback(reading, id))
const textOf = async (actor: Actor, id: string) =>
  (await site.get(actor, `/learning-sets/${id}`)).body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('agenda, questions, what each group said and how far the report is in each language stand on one page', async () => {
  const output = { kind: 'LEARNING_SET', title: 'The gate', peopleCount: '20', evidence: 'Office', 'happenedOn-day': '20', 'happenedOn-month': '2', 'happenedOn-year': '2026' } // biome-ignore format: one line
  await site.post(holder, '/outputs', { formId: newId(), ...output })
  const [id] = (await site.get(reader, '/outputs')).body.match(/(?<=\/learning-sets\/)[0-9a-f-]{36}/)!
  const send = (path: string, form: Record<string, string>) =>
    site.post(holder, `/learning-sets/${id}${path}`, { formId: newId(), ...form })

  await send('', {
    agenda: 'Who meets whom',
    questions: 'The gate works\nI know whom to ring',
    report_en: 'PUBLISHED',
    report_it: 'CHECKED',
    report_nl: 'DRAFT',
  })
  const wrong = await send('/feedback', { group: 'LIVED', 'answered-1': '3', 'agreed-1': '4' })
  expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('no more than answered')])
  await send('/feedback', {
    group: 'LIVED',
    'answered-1': '12',
    'agreed-1': '6',
    'words-1': 'Nobody told us the time',
    'answered-2': '12',
    'agreed-2': '12',
  })
  expect(await textOf(reader, id!)).not.toMatch(/Nobody told us|12/) // before it is shared
  await send('/sharing', {})

  const text = await textOf(reader, id!)
  expect(text).toMatch(/20 people came\. Counts: 16 or more came/)
  expect(text).toMatch(
    /The gate works .*People who have been in prison 12 6 50% \(from 25% to 75%\).*Nobody told us the time/,
  )
  expect(text).toMatch(/English Published Italian Checked by a second reader Dutch Being written or translated/)
})

test('a group of few is told with other groups of few alone, where that is safe, and never with a sum beside it', async () => {
  const id = await aSet('It helps')
  await enter(id, 'PRISON', 14, 7, 'We need the list on Monday')
  await enter(id, 'LIVED', 6, 6, 'Come to the gate')
  await enter(id, 'FAMILIES', 3, 3, 'Ring us')
  await enter(id, 'OTHER', 8, 0)
  await share(id)

  expect(await told(id)).toEqual([
    { question: 1, group: 'LIVED', answered: null, agreed: null, words: ['Come to the gate'] },
    { question: 1, group: 'PRISON', answered: 14, agreed: 7, words: ['We need the list on Monday'] },
    { question: 1, group: null, answered: 17, agreed: 9, words: ['Ring us'] },
  ])
})

test('whatever the groups answered, no number that is told, and no difference or sum of them, is of one to four people', async () => {
  const aGroup = fc
    .integer({ min: 0, max: 20 })
    .chain((answered) => fc.tuple(fc.constant(answered), fc.integer({ min: 0, max: answered })))
  await fc.assert(
    fc.asyncProperty(fc.array(aGroup, { minLength: 1, maxLength: 8 }), async (cells) => {
      const id = await aSet('It helps')
      for (const [index, [answered, agreed]] of cells.entries()) await enter(id, groups[index]!, answered, agreed)
      await share(id)

      const numbers = (await told(id)).filter(({ answered }) => answered !== null)
      for (const { answered, agreed } of numbers) {
        expect(answered).toBeGreaterThanOrEqual(10)
        expect([1, 2, 3, 4]).not.toContain(agreed)
        expect([1, 2, 3, 4]).not.toContain(answered! - agreed!)
      }
      const named = new Set(numbers.map(({ group }) => group).filter(Boolean))
      const held = cells.filter((_, index) => !named.has(groups[index]!))
      const pool = numbers.find(({ group }) => group === null)
      if (pool)
        expect([held.length > 1, pool.answered]).toEqual([true, held.reduce((sum, [answered]) => sum + answered, 0)])
    }),
    { numRuns: 25, seed: 1976 },
  )
}, 60_000)

test('once shared it stands, so that nobody learns of one sheet of paper by looking before and after it; the report moves on', async () => {
  const id = await aSet('It helps')
  await enter(id, 'PRISON', 11, 11)
  await expect(keep(id, { questions: ['Other'] })).resolves.toBeUndefined()
  expect(await questionsOf(id)).toEqual(['It helps']) // somebody answered
  expect([await told(id), await told(id, holder)]).toEqual([[], []]) // not even to those who enter it
  await share(id)
  expect(await told(id)).toHaveLength(1)

  await expect(enter(id, 'PRISON', 12, 11)).rejects.toMatchObject({ code: 'learning-set.stands' })
  await expect(share(id)).rejects.toMatchObject({ code: 'learning-set.stands' })
  await keep(id, { agenda: 'Other', reports: { en: 'PUBLISHED', it: 'PUBLISHED', nl: 'DRAFT' } })
  expect(await textOf(reader, id)).toMatch(/Welcome.*Italian Published Dutch Being written/)
  await expect(
    world.database.change(holder, async (change) => {
      await change.db
        .updateTable('learning_set')
        .set({ shared_at: null, shared_by: null })
        .where('output_id', '=', id)
        .execute()
      change.record({ name: 'tried', subjectId: id, fieldGroup: 'administration' })
    }),
  ).rejects.toThrow(/it stands/)
})

test('another agency writes nothing of it, a worker who manages nothing sees none of it, and nobody reads the numbers as they lie', async () => {
  const id = await aSet('It helps')
  await enter(id, 'PRISON', 3, 1)
  const worker = await world.aColleagueOf(reader)

  expect(
    (
      await site.post(reader, `/learning-sets/${id}/feedback`, {
        formId: newId(),
        group: 'PRISON',
        'answered-1': '12',
        'agreed-1': '12',
      })
    ).statusCode,
  ).toBe(403)
  expect((await site.post(reader, `/learning-sets/${id}/sharing`, { formId: newId() })).statusCode).toBe(403)
  expect((await site.get(worker, `/learning-sets/${id}`)).statusCode).not.toBe(200)
  expect(await told(id, worker)).toEqual([])
  const read = (column: 'answered' | 'agreed' | 'words') =>
    world.database.read(holder, ({ db }) => db.selectFrom('learning_feedback').select(column).execute())
  for (const column of ['answered', 'agreed', 'words'] as const)
    await expect(read(column)).rejects.toThrow(/permission denied/)
})

const keep = (
  id: string,
  more: { questions?: string[]; agenda?: string; reports?: Record<'en' | 'it' | 'nl', 'PUBLISHED' | 'DRAFT'> },
) =>
  world.database.change(holder, async (change) =>
    keepLearningSet(change, id, (await getLearningSet(change, id)).version, {
      agenda: 'Welcome',
      questions: ['It helps'],
      reports: { en: 'PUBLISHED', it: 'DRAFT', nl: 'DRAFT' },
      ...more,
    }),
  )
const questionsOf = async (id: string) =>
  (await world.inspect<{ questions: string[] }>('select questions from learning_set where output_id = $1', [id]))[0]!
    .questions
