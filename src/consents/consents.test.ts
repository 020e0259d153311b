import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAgreement, grantsOf } from '../agreements/builders.ts'
import { aCase } from '../cases/builders.ts'
import { letIn } from '../cases/index.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { getLatestText, listConsents } from './queries/consents.ts'
import { recordConsent } from './record-consent.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site?.close()
  await world?.close()
})

/** A mentor is named on a case, and an agreement shows mentors notes where the person said yes. The founding one shows them nothing. */
async function aCaseWithMentor() {
  const prison = await world.aWorkerAt('Prison')
  const charity = await world.aWorkerAt('Riverside Mentors', { kind: 'charity', name: 'Dee Parry' })
  await world.inspect(`delete from agreement_party where agency_id = $1`, [charity.agencyId])
  await anAgreement(world, [prison, charity], {
    ...{ title: 'Mentoring by consent', gateway: 'UK-CONSENT' },
    grants: grantsOf({ ALLOCATED: ['identity', 'notes'] }),
  })
  const { id: caseId, personId } = await aCase(world, prison, { givenName: 'Danny', familyName: 'Okafor' })
  await world.database.change(prison, async (change) => {
    const mentor = { agencyId: charity.agencyId, accountId: charity.userId, relationship: 'ALLOCATED' as const }
    await letIn(change, { caseId, ...mentor, role: 'MENTOR' })
    change.record({ name: 'case.worker-named', subjectId: caseId, caseId, fieldGroup: 'identity' })
  })
  return { prison, charity, caseId, personId }
}

const say = (recorder: Actor, caseId: string, agency: Actor, isYes: boolean) =>
  world.database.change(recorder, async (change) => {
    const { id: textId } = await getLatestText(change, 'SHARING')
    const told = { kind: 'SHARING', how: 'SPOKEN', locale: 'en', saidOn: '2026-03-02' } as const
    return recordConsent(change, caseId, { ...told, textId, agencyId: agency.agencyId, isYes })
  })
const pageOf = async (actor: Actor, caseId: string) => (await site.get(actor, `/cases/${caseId}/notes`)).statusCode
const answersOn = async (actor: Actor, caseId: string) =>
  (await world.database.read(actor, (reading) => listConsents(reading, caseId))).map(({ answer }) => answer)

test('where consent is the basis an agency sees nothing before the yes, and its next request is refused after the no', async () => {
  const { prison, charity, caseId } = await aCaseWithMentor()
  const before = await pageOf(charity, caseId)

  await say(prison, caseId, charity, true)
  const during = await pageOf(charity, caseId)
  await say(prison, caseId, charity, false)
  const after = await pageOf(charity, caseId)

  expect([before, during, after]).toEqual([404, 200, 404])
  expect(await answersOn(prison, caseId)).toEqual(['WITHDRAWN', 'GIVEN'])
})

test('an agency that is told no writes it down itself, and loses sight by it', async () => {
  const { prison, charity, caseId } = await aCaseWithMentor()
  await say(prison, caseId, charity, true)

  await say(charity, caseId, charity, false)

  expect(await pageOf(charity, caseId)).toBe(404)
  expect(await answersOn(prison, caseId)).toEqual(['WITHDRAWN', 'GIVEN'])
})

test('nobody gives themself a yes, in the program or past it', async () => {
  const { prison, charity, caseId, personId } = await aCaseWithMentor()
  await say(prison, caseId, charity, true)
  const other = await world.aWorkerAt('Second Step', { kind: 'charity' })
  const smuggle = () =>
    world.database.change(charity, ({ db }) =>
      sql`insert into consent (case_id, person_id, purpose, agency_id, kind, answer, how, text_id, locale, said_on, recorded_by, recorded_at,
      owner_agency_id) select ${caseId}, ${personId}, 'RESETTLEMENT', ${charity.agencyId}, 'SHARING', 'GIVEN', 'PAPER', id, 'en',
      '2026-03-02', ${charity.userId}, now(), ${charity.agencyId} from consent_text limit 1`.execute(db),
    )

  await expect(say(charity, caseId, charity, true)).rejects.toThrow('consent.not-yours-to-record')
  await expect(say(charity, caseId, other, false)).rejects.toThrow('consent.not-yours-to-record')
  await expect(smuggle()).rejects.toThrow(/row-level security/)
  const taken = world.database.change(charity, ({ db }) => sql`update consent set replaced_at = now()`.execute(db))
  await expect(taken).rejects.toThrow(/permission denied/)
})

test('agreement to support is another thing: it opens nothing and closes nothing', async () => {
  const { prison, charity, caseId } = await aCaseWithMentor()
  await say(prison, caseId, charity, true)

  await world.database.change(prison, async (change) => {
    const { id: textId } = await getLatestText(change, 'SUPPORT')
    const told = { kind: 'SUPPORT', how: 'PAPER', locale: 'nl', saidOn: '2026-03-02' } as const
    await recordConsent(change, caseId, { ...told, textId, agencyId: charity.agencyId, isYes: false })
  })

  expect(await pageOf(charity, caseId)).toBe(200)
  expect((await answersOn(prison, caseId)).sort()).toEqual(['DECLINED', 'GIVEN'])
})

test('nothing is ticked for the person, and yes and no stand side by side', async () => {
  const { prison, charity, caseId } = await aCaseWithMentor()

  const blank = await site.get(prison, `/cases/${caseId}/consent/new?kind=SHARING`)
  const missing = await site.post(prison, `/cases/${caseId}/consent`, { kind: 'SHARING', agencyId: charity.agencyId })

  expect(blank.body).not.toMatch(/ checked/)
  expect(blank.body.match(/name="answer"/g)).toHaveLength(2)
  expect(missing.statusCode).toBe(422)
  expect(missing.body).toContain('Choose yes or no')
  expect(missing.body).toMatch(new RegExp(`value="${charity.agencyId}"[^>]*selected`))
})

test('the page keeps an answer with how, when, in which language and by which text, and each opening is a look', async () => {
  const { prison, charity, caseId } = await aCaseWithMentor()
  const { id: textId } = await world.database.read(prison, (reading) => getLatestText(reading, 'SHARING'))
  const day = { 'said-day': '2', 'said-month': '3', 'said-year': '2026' }

  const kept = await site.post(prison, `/cases/${caseId}/consent`, {
    ...{ kind: 'SHARING', textId, agencyId: charity.agencyId, answer: 'yes', how: 'INTERPRETER', locale: 'it' },
    ...day,
  })
  const page = await site.get(prison, `/cases/${caseId}/consent`)
  const sight = await site.get(prison, `/cases/${caseId}/sight?part=notes`)

  expect(kept.statusCode).toBe(303)
  expect(page.body).toContain('Spoken, with an interpreter, Italiano, text 1')
  expect(page.body).toContain('2 March 2026')
  expect(sight.body).toContain('because the person said yes')
  const looks = await world.inspect(`select from audit where action = 'consult' and $1 = any(case_ids)`, [caseId])
  expect(looks).toHaveLength(2)
})

test('a coordinator writes the next text; what was answered keeps its own', async () => {
  const { prison, charity, caseId } = await aCaseWithMentor()
  const coordinator = await world.aWorkerAt('Council', { kind: 'council', roles: ['COORDINATOR'] })
  await say(prison, caseId, charity, true)

  const texts = { en: 'New words', it: 'Parole nuove', nl: 'Nieuwe woorden' }
  const kept = await site.post(coordinator, '/consent-texts', { kind: 'SHARING', ...texts })
  const wrong = await site.post(coordinator, '/consent-texts', { kind: 'SUPPORT', ...texts, nl: '' })
  const asked = await site.get(prison, `/cases/${caseId}/consent/new`)
  const byWorker = await site.post(prison, '/consent-texts', { kind: 'SHARING', ...texts })

  expect([kept.statusCode, wrong.statusCode, byWorker.statusCode]).toEqual([303, 422, 403])
  expect(asked.body).toContain('New words')
  const [answer] = await world.database.read(prison, (reading) => listConsents(reading, caseId))
  expect(answer).toMatchObject({ edition: 1 })
})
