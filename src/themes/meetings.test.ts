import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { aPhoto, sendFile } from '../documents/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aMeeting, aTheme } from './builders.ts'

let world: World
let site: Site
let police: Actor
let probation: Actor
let housing: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  police = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Nadia Shah' })
  probation = await world.aWorkerAt('Wexley Probation', { kind: 'probation', name: 'Sarah Bell' })
  housing = await world.aWorkerAt('Wexley Council', { kind: 'council' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const page = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const status = async (actor: Actor, url: string) => (await site.get(actor, url)).statusCode
const send = async (actor: Actor, url: string, form: Record<string, string> = {}) =>
  (await site.post(actor, url, { formId: newId(), ...form })).statusCode
const day = (field: string, on: string) => {
  const [year, month, date] = on.split('-') as [string, string, string]
  return { [`${field}-day`]: date, [`${field}-month`]: month, [`${field}-year`]: year }
}

test('a meeting has an agenda, then minutes; once they are settled nobody changes them', async () => {
  const themeId = await aTheme(world, police, probation)
  const typed = { agenda: 'Patrols', place: 'Town hall', ...day('heldOn', '2026-02-24') }
  const unplanned = await site.post(police, `/themes/${themeId}/meetings`, { formId: newId(), agenda: '', place: 'Town hall' }) // biome-ignore format: one line
  const called = await site.post(police, `/themes/${themeId}/meetings`, { formId: newId(), ...typed })
  const url = String(called.headers.location).split('?')[0]!

  const written = { ...typed, attended: 'Nadia Shah, police', minutes: 'Twelve sheds.', decisions: 'Lights by May' }
  const early = await send(police, `${url}/settling`, { version: '1' })
  const kept = await send(probation, url, { ...written, version: '1' })
  const stale = await send(police, url, { ...written, minutes: 'Other', version: '1' })
  const settled = await send(police, `${url}/settling`, { version: '2' })
  const late = await send(police, url, { ...written, minutes: 'Rewritten', version: '3' })

  expect(unplanned.statusCode).toBe(422)
  expect(unplanned.body).toContain('value="Town hall"')
  expect([early, kept, stale, settled, late]).toEqual([409, 303, 409, 303, 409])
  const body = await page(probation, url)
  for (const text of ['Patrols', 'Nadia Shah, police', 'Twelve sheds.', 'Lights by May', 'Settled by Nadia Shah'])
    expect(body).toContain(text)
  await expect(
    world.database.change(police, async ({ db, record }) => {
      record({ name: 'theme-meeting.written', subjectId: themeId, fieldGroup: 'administration' })
      return (await sql`update theme_meeting set minutes = 'Rewritten' where theme_id = ${themeId}`.execute(db))
        .numAffectedRows
    }),
  ).resolves.toBe(0n)
  expect(await status(housing, url)).toBe(404)
})

test('minutes that came too late, or from who takes part no more, stand in the answer for their writer to copy', async () => {
  const themeId = await aTheme(world, police, probation)
  const url = `/theme-meetings/${await aMeeting(world, police, themeId)}`
  const typed = { agenda: 'Patrols', place: 'Town hall', ...day('heldOn', '2026-02-24') }
  const minutes = 'Twelve <sheds>, and who looks after them.'
  await send(police, url, { ...typed, version: '1' })

  const stale = await site.post(probation, url, { formId: newId(), ...typed, minutes, version: '1' })
  await send(police, `/themes/${themeId}/agencies/${probation.agencyId}/leaving`)
  const gone = await site.post(probation, url, { formId: newId(), ...typed, minutes, version: '2' })

  expect([stale.statusCode, gone.statusCode]).toEqual([409, 404])
  for (const { body } of [stale, gone]) expect(body).toContain('Twelve &lt;sheds&gt;, and who looks after them.')
})

test('an action has an owner who takes part and a day; it is late afterwards, and done by its owner’s agency or the one that leads', async () => {
  const themeId = await aTheme(world, police, probation)
  const meetingId = await aMeeting(world, police, themeId)
  const form = { words: 'Ask for lights', meetingId, ...day('dueOn', '2026-02-27') }
  const elsewhere = await send(police, `/themes/${themeId}/actions`, { ...form, ownerId: housing.userId })
  const added = await send(police, `/themes/${themeId}/actions`, { ...form, ownerId: probation.userId })
  const [{ id }] = (await world.inspect<{ id: string }>('select id from theme_action where theme_id = $1', [themeId])) as [{ id: string }] // biome-ignore format: one line

  expect([elsewhere, added]).toEqual([409, 303])
  expect(await page(probation, '/themes')).toMatch(/What you took on[\s\S]*Ask for lights[\s\S]*Late/)
  expect(await page(police, `/theme-meetings/${meetingId}`)).toContain(
    'Sarah Bell, Wexley Probation, by Fri 27 Feb 2026',
  )
  expect(await send(housing, `/themes/${themeId}/actions/${id}/done`, {})).toBe(404)
  const long = await site.post(probation, `/themes/${themeId}/actions/${id}/done`, { formId: newId(), actionId: id, doneWords: 'x'.repeat(501) }) // biome-ignore format: one line
  expect(long.statusCode).toBe(422)
  expect(long.body).toContain('x'.repeat(501))
  expect(await send(probation, `/themes/${themeId}/actions/${id}/done`, { doneWords: 'Council said yes' })).toBe(303)
  expect(await send(police, `/themes/${themeId}/actions/${id}/done`, {})).toBe(404)
  expect(await page(police, `/themes/${themeId}`)).toContain('Council said yes')
})

test('a report comes in as other papers do, and is handed out to those who take part', async () => {
  const themeId = await aTheme(world, police, probation)

  const wrong = await sendFile(site, police, `/themes/${themeId}/reports`, { title: 'Map' }, Buffer.from('PK plain'))
  const sent = await sendFile(site, police, `/themes/${themeId}/reports`, { title: 'Sheds by street' }, await aPhoto())
  const stranger = await sendFile(site, housing, `/themes/${themeId}/reports`, { title: 'x' }, await aPhoto())

  expect([wrong.statusCode, sent.statusCode, stranger.statusCode]).toEqual([422, 303, 404])
  const body = await page(probation, `/themes/${themeId}`)
  const [, href] = /href="(\/theme-reports\/[^"]+)"[^>]*>\s*Sheds by street/.exec(body)!
  const file = await site.get(probation, href!)
  expect(file.headers['content-type']).toBe('image/jpeg')
  expect(file.headers['content-disposition']).toBe('attachment; filename="report.jpg"')
  expect(await status(housing, href!)).toBe(404)
})

test('nothing is added to a closed theme; it says what came of it, and the agency that leads can open it again', async () => {
  const themeId = await aTheme(world, police, probation)
  const meetingId = await aMeeting(world, police, themeId)
  const danny = await aCase(world, probation)
  const without = await site.post(police, `/themes/${themeId}/closing`, { formId: newId(), closedWords: '' })

  const closed = await send(police, `/themes/${themeId}/closing`, { closedWords: 'Lights stand, sheds are quiet' })
  const tries = [
    await send(probation, `/themes/${themeId}/cases`, { caseId: danny.id, why: 'Late' }),
    await send(probation, `/themes/${themeId}/meetings`, { agenda: 'x', ...day('heldOn', '2026-03-01') }),
    await send(probation, `/theme-meetings/${meetingId}`, {
      agenda: 'x',
      version: '1',
      ...day('heldOn', '2026-03-01'),
    }),
    await send(probation, `/themes/${themeId}/actions`, { words: 'x', ownerId: probation.userId, ...day('dueOn', '2026-03-09') }), // biome-ignore format: one line
    await send(police, `/themes/${themeId}`, { title: 'x', area: 'x', version: '2' }),
  ]

  expect(without.statusCode).toBe(422)
  expect(closed).toBe(303)
  expect(tries).toEqual([409, 409, 409, 409, 409])
  expect(await page(probation, '/themes')).not.toContain(themeId)
  expect(await page(probation, '/themes?state=closed')).toContain(themeId)
  expect(await page(probation, `/themes/${themeId}`)).toContain('Lights stand, sheds are quiet')
  expect(await send(probation, `/themes/${themeId}/reopening`)).toBe(403)
  expect(await send(police, `/themes/${themeId}/reopening`)).toBe(303)
  expect(await page(probation, '/themes')).toContain(themeId)
})
