import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aService } from '../directory/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { peopleOnWings } from './builders.ts'

let world: World
let site: Site
let prison: Actor
let administrator: Actor
let charity: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  prison = await world.aWorkerAt('HMP Fernhall')
  administrator = await world.aColleagueOf(prison, { roles: ['ADMINISTRATOR'] })
  charity = await world.aWorkerAt('Second Step', { kind: 'charity', roles: ['WORKER', 'MANAGER'] })
  await peopleOnWings(world, prison, [
    ['Adams', '2026-03-06', 'B'],
    ['Brown', '2026-03-06', 'C'],
  ])
})

const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const time = { wing: 'B', weekdays: ['1', '4'], opens: '9:30', closes: '11:00', place: 'The interview room' }
const add = (actor: Actor, form: Record<string, string | string[]>) =>
  site.post(actor, '/settings/wing-times', { formId: newId(), ...time, ...form })

test('a wing shows the services that come to it, on which days, at what hours and where; others of the prison stand apart', async () => {
  const comes = await aService(world, charity, { name: 'Debt help', isInPrison: true, prisons: [prison.agencyId] })
  await aService(world, charity, { name: 'Faith talks', isInPrison: true, openingHours: 'Fridays after lunch' })
  await aService(world, charity, { name: 'Rooms outside' })
  await aService(world, charity, { name: 'Only at Ashfield', isInPrison: true, prisons: [charity.agencyId] })

  const kept = await add(administrator, { serviceId: comes })
  const [wing, across, all] = [
    await body(prison, '/wings?wing=B'),
    await body(prison, '/wings?wing=C'),
    await body(prison, '/wings'),
  ]

  expect(kept.statusCode).toBe(303)
  for (const part of ['Debt help', 'Monday, Thursday', '09:30 to 11:00', 'The interview room'])
    expect(wing).toContain(part)
  expect(wing).toMatch(/Others that work in this prison[\s\S]*Faith talks[\s\S]*Fridays after lunch/)
  for (const other of ['Rooms outside', 'Only at Ashfield']) expect(wing).not.toContain(other)
  expect(across).not.toContain('The interview room')
  expect(all).toMatch(
    />Wing B<[\s\S]*?Services on the wing"><span>1<[\s\S]*?>Wing C<[\s\S]*?Services on the wing"><span>0</,
  )
})

test('an administrator, who sees nobody on the wings, types which wing; who sees them chooses', async () => {
  await aService(world, charity, { name: 'Debt help', isInPrison: true })
  const both = await world.aColleagueOf(prison, { roles: ['ADMINISTRATOR', 'MANAGER'] })

  const [typing, choosing] = [
    await body(administrator, '/settings/wing-times'),
    await body(both, '/settings/wing-times'),
  ]

  expect(typing).toMatch(/<input[^>]* name="wing"/)
  expect(choosing).toMatch(/<select[^>]* name="wing"[\s\S]*?Wing B/)
})

test('a partner who goes into the prison reads the same, and only its administrator keeps it', async () => {
  const serviceId = await aService(world, charity, { name: 'Debt help', isInPrison: true })
  await add(administrator, { serviceId, wing: '' })

  const seen = await body(charity, `/wings?prison=${prison.agencyId}&wing=B`)

  expect(seen).toContain('Debt help')
  expect(seen).toContain('09:30 to 11:00')
  expect((await add(prison, { serviceId })).statusCode).toBe(403)
  const elsewhere = await world.aWorkerAt('Wexley Council', { kind: 'council', roles: ['ADMINISTRATOR'] })
  expect((await add(elsewhere, { serviceId })).statusCode).toBe(403)
})

test('a time that cannot be is told beside its field with what was typed, and one that ended is gone from the wing', async () => {
  const serviceId = await aService(world, charity, { name: 'Debt help', isInPrison: true })

  const wrong = await add(administrator, { serviceId, weekdays: [], opens: '14:00', closes: '9:00' })
  await add(administrator, { serviceId })
  const page = await body(administrator, '/settings/wing-times')
  const ended = await site.post(administrator, /\/settings\/wing-times\/[0-9a-f-]{36}\/end/.exec(page)![0], {
    formId: newId(),
  })

  expect(wrong.statusCode).toBe(422)
  for (const part of ['Choose at least one day', 'Enter a time after the first one', 'value="14:00"'])
    expect(wrong.body).toContain(part)
  expect(page).toContain('Monday, Thursday')
  expect(ended.statusCode).toBe(303)
  expect(await body(prison, '/wings?wing=B')).not.toContain('09:30 to 11:00')
})
