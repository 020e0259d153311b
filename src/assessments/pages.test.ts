import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { anAssessment, aSubmittedAssessment, namedOnCase, withQuestionSets } from './builders.ts'

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
const wholePage = {
  'accommodation-before-custody': 'STREET',
  'accommodation-home-to-keep': 'NO_HOME',
  [night]: 'NONE',
  'accommodation-readiness': '6',
  'accommodation-support-wanted': 'YES',
}

async function begun() {
  const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const { id: caseId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  const id = await anAssessment(world, prison, caseId)
  return { prison, caseId, id, url: `/assessments/${id}/pages/accommodation` }
}

test('the case page of the assessment offers the first one, and the plan after it', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id: caseId } = await aCase(world, prison)

  const before = await site.get(prison, `/cases/${caseId}/assessments`)
  const started = await site.post(prison, `/cases/${caseId}/assessments`, { type: 'BCST2' })

  expect(before.statusCode).toBe(200)
  expect(before.body).toContain('The first assessment comes before this one')
  expect(started.statusCode).toBe(303)
  expect(started.headers.location).toMatch(/^\/assessments\/[\w-]+\/pages\/accommodation$/)
})

test('a page asks in the name of the person, and leads to the next', async () => {
  const { prison, url, id } = await begun()

  const page = await site.get(prison, url)
  const sent = await site.post(prison, url, { ...wholePage, version: '0', go: 'next' })

  expect(page.body).toContain('Where will Danny sleep on the first night?')
  expect(page.body).toContain('Danny would rather not say')
  expect(sent.headers.location).toBe(`/assessments/${id}/pages/attitudes-thinking-and-behaviour`)
})

test('a page with a question left out names it, keeps the rest, and has saved it', async () => {
  const { prison, url } = await begun()

  const sent = await site.post(prison, url, { 'accommodation-own-words': 'Not a <sofa>', version: '0', go: 'next' })
  const again = await site.get(prison, url)

  expect(sent.statusCode).toBe(422)
  expect(sent.body).toContain('Choose an answer: Where will Danny sleep on the first night?')
  expect(sent.body).toContain('href="#accommodation-first-night"')
  expect(sent.body).toContain('Not a &lt;sofa&gt;')
  expect(again.body).toContain('Not a &lt;sofa&gt;')
  expect(again.body).toContain('Draft saved at 09:30')
})

test('stopping saves what is there and asks for nothing', async () => {
  const { prison, url, caseId } = await begun()

  const sent = await site.post(prison, url, { 'accommodation-strengths': 'His aunt', version: '0', go: 'stop' })

  expect(sent.headers.location).toBe(`/cases/${caseId}/assessments`)
  expect((await site.get(prison, url)).body).toContain('His aunt')
})

test('what is typed is saved as one types, and the button works afterwards', async () => {
  const { prison, url } = await begun()
  const form = { ...wholePage, version: '0' }

  const draft = await site.post(prison, `${url}/draft`, form)
  const sent = await site.post(prison, url, { ...form, go: 'next' })

  expect(draft.json()).toEqual({ savedAt: '09:30', version: 1 })
  expect(sent.statusCode).toBe(303)
})

test('two colleagues on one page: the later sees both sides and can keep either', async () => {
  const { prison, url, caseId } = await begun()
  const colleague = await world.aColleagueOf(prison, { name: 'Ben Ode' })
  await namedOnCase(world, colleague, caseId)
  await site.post(prison, url, { ...wholePage, version: '0', go: 'next' })

  const late = await site.post(colleague, url, { ...wholePage, [night]: 'FAMILY', version: '0', go: 'next' })
  const kept = await site.post(colleague, url, { ...wholePage, [night]: 'FAMILY', version: '1', go: 'next' })

  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('Amira Khan changed this page while you were writing')
  expect(late.body).toContain('Nowhere yet')
  expect(late.body).toContain('With family or friends')
  expect(kept.statusCode).toBe(303)
})

test('check answers shows what will be raised; submitting leads to the frozen page', async () => {
  const { prison, url, id, caseId } = await begun()
  await site.post(prison, url, { ...wholePage, version: '0', go: 'next' })

  const check = await site.get(prison, `/assessments/${id}/check`)
  const sent = await site.post(prison, `/assessments/${id}/submission`, {})
  const read = await site.get(prison, sent.headers.location as string)
  const known = await site.get(prison, `/cases/${caseId}/assessments`)
  const history = await site.get(prison, `/cases/${caseId}/answers/${night}`)

  expect(check.body).toContain('Somewhere to sleep on the first night')
  expect(check.body).toMatch(/\d+ questions have no answer yet/)
  expect(read.body).toContain('The assessment is submitted')
  expect(read.body).toContain(`href="/cases/${caseId}/needs">See the needs`)
  expect(read.body).toContain('Amira Khan, HMP Fernhall, 2 March 2026')
  expect(known.body).toContain('Nowhere yet')
  expect(known.body).toContain('6 of 7 (7: fully ready)')
  expect(known.body).toContain('Begin: Resettlement plan')
  expect(history.body).toContain('Good until 30 March 2026')
})

test('odd bytes, far too long texts and unknown pages get a clear answer, and the rest is kept', async () => {
  const { prison, url, id } = await begun()

  const odd = await site.post(prison, url, { 'accommodation-strengths': 'His\0 aunt \ud800', version: 'x', go: 'stop' })
  const long = await site.post(prison, url, { 'accommodation-strengths': 'x'.repeat(601), version: '1', go: 'next' })
  const huge = await site.post(prison, url, {
    'accommodation-strengths': 'x'.repeat(300_000),
    version: '1',
    go: 'next',
  })
  const nowhere = await site.get(prison, `/assessments/${id}/pages/moon`)

  expect(odd.statusCode).toBe(303)
  expect(long.statusCode).toBe(422)
  expect(long.body).toContain('This is too long. Make it 600 characters or less: What has worked before?')
  expect(long.body).toContain('x'.repeat(601))
  expect(huge.statusCode).toBe(413)
  expect(nowhere.statusCode).toBe(404)
})

describe('another agency', () => {
  test('sees the answer with its source, and cannot ask again without a reason', async () => {
    const prison = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
    const { id: caseId } = await aCase(world, prison, { givenName: 'Danny' })
    await aSubmittedAssessment(world, prison, caseId, { ACCOMMODATION: { [night]: 'FAMILY' } })
    const probation = await world.aWorkerAt('Wexley Probation', { kind: 'probation' })
    await namedOnCase(world, probation, caseId)
    const plan = await anAssessment(world, probation, caseId, 'RESETTLEMENT_PLAN')
    const url = `/assessments/${plan}/pages/accommodation`

    const page = await site.get(probation, url)
    const asked = await site.post(probation, url, {
      [`${night}--keep`]: 'ask',
      [night]: 'OWN',
      version: '0',
      go: 'next',
    })

    expect(page.body).toContain('Told to Amira Khan, HMP Fernhall, 2 March 2026. Good until 30 March 2026.')
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('Say in one sentence why you ask again')
  })

  test('without a share finds nothing', async () => {
    const { id, caseId, url } = await begun()
    const police = await world.aWorkerAt('Police', { kind: 'police' })

    const urls = [`/cases/${caseId}/assessments`, `/assessments/${id}`, `/assessments/${id}/check`, url]
    const statuses = []
    for (const each of urls) statuses.push((await site.get(police, each)).statusCode)

    expect(statuses).toEqual([404, 404, 404, 404])
  })
})

test.each([
  ['it', 'Dove dormirà Danny la prima notte?', 'Che cosa sappiamo'],
  ['nl', 'Waar slaapt Danny de eerste nacht?', 'Wat we weten'],
])('the pages speak %s', async (locale, question, heading) => {
  const { prison, url, caseId } = await begun()
  await world.inspect('update account set locale = $1 where id = $2', [locale, prison.userId])

  const page = await site.get(prison, url)
  const known = await site.get(prison, `/cases/${caseId}/assessments`)

  expect(page.body).toContain(question)
  expect(known.body).toContain(heading)
})
