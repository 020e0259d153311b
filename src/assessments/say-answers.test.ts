import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aSubmittedAssessment, withQuestionSets } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  await withQuestionSets(world)
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const night = 'accommodation-first-night'

async function toldInEnglish() {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor' })
  const id = await aSubmittedAssessment(world, amira, caseId, {
    ACCOMMODATION: { [night]: 'NONE', 'accommodation-own-words': 'A door of my own' },
  })
  const urls = [`/assessments/${id}`, `/cases/${caseId}/assessments`, `/cases/${caseId}/answers/${night}`]
  const read = async () => {
    const bodies: string[] = []
    for (const url of urls) bodies.push((await site.get(amira, url)).body)
    return bodies
  }
  return { amira, id, read }
}

test.each([
  ['it', 'Dove dormirà Danny la prima notte?', 'Ancora da nessuna parte', 'Chiesto in inglese.'],
  ['nl', 'Waar slaapt Danny de eerste nacht?', 'Nog nergens', 'Gevraagd in het Engels.'],
])(
  'what was asked in English is read in %s, and what was written stays as it was written',
  async (locale, question, answer, note) => {
    const { amira, read } = await toldInEnglish()
    await world.inspect('update account set locale = $1 where id = $2', [locale, amira.userId])

    const [assessment, known, history] = await read()

    for (const page of [assessment, known, history]) expect(page).toContain(question)
    for (const page of [assessment, known, history]) expect(page).toContain(answer)
    for (const page of [assessment, known]) expect(page).toMatch(/<span[^>]* lang="en"[^>]*>A door of my own<\/span>/)
    expect(assessment).toContain(note)
    expect(history).toContain('<small lang="en">Where will Danny sleep on the first night?</small>')
  },
)

test('an answer whose set does not know its question any more stays as it was given', async () => {
  const { amira, id, read } = await toldInEnglish()
  await world.inspect('update answer set question_key = $1 where assessment_id = $2 and question_key = $3', [
    'accommodation-once-asked',
    id,
    night,
  ])
  await world.inspect(`update account set locale = 'nl' where id = $1`, [amira.userId])

  const [, known] = await read()

  expect(known).toContain('<span lang="en">Where will Danny sleep on the first night?</span>')
})
