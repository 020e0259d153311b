import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { type ReadPdf, readPdf } from '../platform/testing/read-pdf.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aNeed, anAppointment, aPlannedCase, aReferralOf, aStep } from './builders.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

async function printed(worker: Actor, caseId: string, language = 'en', size = 'A5'): Promise<ReadPdf> {
  const given = await site.post(worker, `/cases/${caseId}/passport`, { language, size })
  const paper = await site.get(worker, String(given.headers.location))
  expect(paper.headers['content-type']).toBe('application/pdf')
  return readPdf(paper.rawPayload)
}

test('the paper is PDF/UA, tagged, and says its language', async () => {
  const prison = await world.aWorkerAt('Prison', { name: 'Amira Khan' })
  const { id } = await aPlannedCase(world, prison)

  const english = await printed(prison, id, 'en')
  const italian = await printed(prison, id, 'it')
  const dutch = await printed(prison, id, 'nl')

  expect(english).toMatchObject({ language: 'en-GB', isTagged: true, isUniversallyAccessible: true })
  expect(english.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'Figure']))
  expect(italian).toMatchObject({ language: 'it-IT', isTagged: true, isUniversallyAccessible: true })
  expect(dutch).toMatchObject({ language: 'nl-NL', isTagged: true, isUniversallyAccessible: true })
  expect(english.text).toContain('Who helps me')
  expect(italian.text).toContain('Chi mi aiuta')
  expect(dutch.text).toContain('Wie mij helpt')
})

test('it comes on A5 for a pocket and on A4 for larger letters', async () => {
  const prison = await world.aWorkerAt('Prison')
  const { id } = await aPlannedCase(world, prison)

  const small = await printed(prison, id, 'en', 'A5')
  const large = await printed(prison, id, 'en', 'A4')

  expect(small.pages[0]).toEqual({ width: 148, height: 210 })
  expect(large.pages[0]).toEqual({ width: 210, height: 297 })
})

test('it says who helps, the day, the plan, the first day and whom to call at night', async () => {
  const prison = await world.aWorkerAt('Walton', { name: 'Amira Khan' })
  await world.inspect(`update account set phone = '01632 960 118' where id = $1`, [prison.userId])
  await world.inspect(`update partnership set night_line_name = 'Nightlight', night_line_phone = '0808 157 0142'`)
  const danny = await aPlannedCase(world, prison)
  await aReferralOf(world, prison, danny, { provider: 'Brightwater', acceptedAt: '2026-02-25T09:00:00Z' })
  await aStep(world, prison, danny, { title: 'Write to Mum', status: 'COMPLETED' })
  await aNeed(world, prison, danny, { words: 'Training as a roofer', pathway: 'EDUCATION_SKILLS_AND_WORK' })
  const startsAt = '2026-03-20T10:30:00Z'
  await anAppointment(world, prison, danny, { title: 'See Sarah', startsAt, place: '14 Dock Street' })

  const { text } = await printed(prison, danny.id)
  await world.inspect(`update partnership set night_line_phone = ''`)

  expect(text).toContain('Danny’s passport')
  expect(text).toContain('Friday 20 March 2026')
  expect(text).toContain('as early as Wednesday 18 March 2026')
  expect(text).toContain('Amira Khan')
  expect(text).toContain('01632 960 118')
  expect(text).toContain('0808 157 0142')
  expect(text).toContain('10:30 am. See Sarah')
  expect(text).toContain('14 Dock Street.')
  expect(text).toContain('Brightwater said yes: Rooms for men.')
  expect(text).toContain('Write to Mum')
  expect(text).toContain('Training as a roofer. I can ask Amira Khan')
})

test('no risk, no restricted answer, no hidden address and no note reaches the paper', async () => {
  const prison = await world.aWorkerAt('Prison')
  const danny = await aPlannedCase(world, prison)
  const { id, personId } = danny
  const restricted = { words: 'CANARY-RESTRICTED', isRestricted: true }
  const needId = await aNeed(world, prison, danny, restricted)
  await aStep(world, prison, danny, { title: 'CANARY-STEP of a restricted need', needId })
  await aStep(world, prison, danny, { title: 'CANARY-MAPPA review, high risk', isForPerson: false })
  await aStep(world, prison, danny, { title: 'CANARY-HEALTH ward round', pathway: 'HEALTH', isForPerson: false })
  await aStep(world, prison, danny, { title: 'CANARY-PLACE, go to 7 Refuge Lane' })
  const startsAt = '2026-03-20T10:30:00Z'
  await anAppointment(world, prison, danny, { title: 'See Lena', startsAt, place: 'CANARY-PLACE, L1 9ZZ' })
  await world.insert(
    `insert into person_address (person_id, kind, lines, postcode, is_hidden, owner_agency_id)
     values ($1, 'FIRST_NIGHT', '7 Refuge Lane, Bootle', 'L19ZZ', true, $2)`,
    [personId, prison.agencyId],
  )
  await world.insert(
    `insert into note (case_id, person_id, kind, field_group, body, happened_at, author_id, written_at, owner_agency_id)
     values ($1, $2, 'OTHER', 'risk', 'CANARY-NOTE', now(), $3, now(), $4)`,
    [id, personId, prison.userId, prison.agencyId],
  )

  const paper = (await printed(prison, id)).text.replaceAll('\n', ' ')
  const screen = (await site.get(prison, `/cases/${id}/passport`)).body

  expect(paper).toContain('See Lena')
  for (const seen of [paper, screen]) {
    expect(seen).not.toMatch(/CANARY|Refuge Lane|L1 ?9ZZ/)
    expect(seen.replace(/tl-staff-only[\s\S]*/, '')).not.toMatch(/\brisk|MAPPA|offender/i)
  }
  expect(screen).toContain('2 lines of the plan are not on this paper')
})
