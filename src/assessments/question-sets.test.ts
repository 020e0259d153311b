import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAssessment, withQuestionSets } from './builders.ts'
import { getAssessment } from './queries/assessments.ts'
import { listSets } from './queries/question-sets.ts'

let world: World
let site: Site
let coordinator: Actor
beforeAll(async () => {
  world = await openWorld()
  await withQuestionSets(world)
  site = await openSite(world)
  coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

async function aNewVersion() {
  const open = (await world.database.read(coordinator, listSets)).find(
    (set) => set.type === 'BCST2' && !set.publishedAt,
  )
  if (open) return open
  const sent = await site.post(coordinator, '/question-sets', { type: 'BCST2' })
  const id = String(sent.headers.location).split('/').at(-1)
  return (await world.database.read(coordinator, listSets)).find((set) => set.id === id)!
}

const fields = {
  'text-en': 'Where will {name} sleep after release?',
  'text-it': 'Dove dormirà {name} dopo la scarcerazione?',
  'text-nl': 'Waar slaapt {name} na vrijlating?',
  shelfLifeInDays: '14',
  'option-0-code': 'OWN',
  'option-0-en': 'Own place',
  'option-0-it': 'Casa propria',
  'option-0-nl': 'Eigen woning',
  'option-1-en': 'A friend’s boat',
  'option-1-it': 'La barca di un amico',
  'option-1-nl': 'De boot van een vriend',
  'option-1-need-en': 'A safe mooring',
  'option-1-need-it': 'Un ormeggio sicuro',
  'option-1-need-nl': 'Een veilige ligplaats',
  'option-1-need-days': '14',
  'option-1-need-urgency': 'BEFORE_RELEASE',
}

test('a coordinator changes a question, adds one, publishes; old answers and drafts keep their version', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: before } = await aCase(world, prison)
  const draft = await anAssessment(world, prison, before)
  const set = await aNewVersion()
  const url = `/question-sets/${set.id}`

  const added = { ...fields, 'text-en': 'Does {name} own a pet?', pathway: 'HEALTH', kind: 'one', editVersion: '2' }
  const changed = await site.post(coordinator, `${url}/questions/accommodation-first-night`, {
    ...fields,
    editVersion: '1',
  })
  const extra = await site.post(coordinator, `${url}/questions`, added)
  const published = await site.post(coordinator, `${url}/publication`, { editVersion: '3' })

  expect([changed.statusCode, extra.statusCode, published.statusCode]).toEqual([303, 303, 303])
  const { id: after } = await aCase(world, prison, { givenName: 'New' })
  const next = await anAssessment(world, prison, after)
  const read = (id: string) => world.database.read(prison, (reading) => getAssessment(reading, id))
  const [old, fresh] = [await read(draft), await read(next)]
  const night = (one: typeof old) => one.set.pages[0]!.questions.find(({ key }) => key === 'accommodation-first-night')!
  expect([old.setVersion, fresh.setVersion]).toEqual([1, 2])
  expect(night(old).text.en).toBe('Where will {name} sleep on the first night?')
  expect(night(fresh)).toMatchObject({ text: { en: fields['text-en'] }, shelfLifeInDays: 14 })
  expect(night(fresh).options!.map(({ code, raises }) => [code, raises?.text.en])).toEqual([
    ['OWN', undefined],
    ['A_FRIEND_S_BOAT', 'A safe mooring'],
  ])
  expect(fresh.set.pages.at(-1)!.questions.map(({ key }) => key)).toContain('health-does-own-a-pet')
})

test('a question without all its languages is told so, and what was typed is kept', async () => {
  const set = await aNewVersion()
  const url = `/question-sets/${set.id}/questions/accommodation-first-night`
  const form = {
    ...fields,
    'text-it': '',
    'option-1-nl': '',
    shelfLifeInDays: 'soon',
    editVersion: String(set.editVersion),
  }

  const sent = await site.post(coordinator, url, form)
  const options = await site.post(coordinator, url, { ...form, 'text-it': 'Dove?', shelfLifeInDays: '9' })

  expect(sent.statusCode).toBe(422)
  expect(sent.body).toContain('Write the question in all three languages')
  expect(sent.body).toContain('Write a whole number of days from 0 to 3650')
  expect(sent.body).toContain('value="A friend’s boat"')
  expect(options.body).toContain('Write the person’s name in every language, or in none')
  expect(options.body).toContain('Write this answer in all three languages')
})

test('the second of two coordinators is told, and what they wrote is still there', async () => {
  const set = await aNewVersion()
  const url = `/question-sets/${set.id}/questions/accommodation-first-night`
  await site.post(coordinator, url, { ...fields, editVersion: String(set.editVersion) })

  const late = await site.post(coordinator, url, {
    ...fields,
    'text-en': 'Mine, {name}?',
    editVersion: String(set.editVersion),
  })

  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Another coordinator changed this version')
  expect(late.body).toContain('Mine, {name}?')
})

test('questions move and are left out in a draft, and a version that was published is never edited', async () => {
  const set = await aNewVersion()
  const keys = async () =>
    (await world.database.read(coordinator, listSets))
      .find(({ id }) => id === set.id)!
      .body.pages[0]!.questions.map(({ key }) => key)
  const before = await keys()
  const place = (where: string, edit: number) =>
    site.post(coordinator, `/question-sets/${set.id}/questions/${before[1]}/place`, {
      place: where,
      editVersion: String(edit),
    })

  await place('up', set.editVersion)
  const moved = await keys()
  await place('remove', set.editVersion + 1)

  expect(moved.slice(0, 2)).toEqual([before[1], before[0]])
  expect(await keys()).not.toContain(before[1])
  const inUse = (await world.database.read(coordinator, listSets)).find(
    ({ publishedAt, retiredAt }) => publishedAt && !retiredAt,
  )!
  const edit = await site.post(coordinator, `/question-sets/${inUse.id}/questions/${before[0]}/place`, {
    place: 'down',
    editVersion: '1',
  })
  expect(edit.statusCode).toBe(409)
})

test('a restricted question takes no free text', async () => {
  const set = await aNewVersion()
  const form = { ...fields, pathway: 'HEALTH', kind: 'text', isRestricted: 'yes', editVersion: String(set.editVersion) }

  const sent = await site.post(coordinator, `/question-sets/${set.id}/questions`, form)

  expect(sent.statusCode).toBe(422)
  expect(sent.body).toContain('A restricted question takes no free text')
})

test('only a coordinator edits questions, whatever a route lets through', async () => {
  const worker = await world.aWorkerAt('Prison', { may: ['see cases', 'coordinate the partnership'] })
  const set = await aNewVersion()

  const page = await site.get(await world.aWorkerAt('Prison'), '/question-sets')
  const smuggled = await world.database.change(worker, async ({ db, record }) => {
    record({ name: 'smuggled', subjectId: set.id, fieldGroup: 'administration' })
    return db.updateTable('question_set').set({ edit_version: 99 }).where('id', '=', set.id).executeTakeFirst()
  })

  expect(page.statusCode).toBe(403)
  expect(smuggled.numUpdatedRows).toBe(0n)
})
