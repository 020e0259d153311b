import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aMorning, isNamed, openLines, somebodyCame } from './builders.ts'
import { hubJobs } from './jobs.ts'
import { moveTicket } from './move-ticket.ts'
import { listMeasures } from './queries/measures.ts'
import type { Move } from './ticket-states.ts'

let world: World
let site: Site
const monday = new Date('2026-03-02T09:30:00Z')
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  world.time.now = monday
  await site.close()
  await world.close()
})

const move = async (actor: Actor, hubId: string, what: Move) => {
  const [line] = await openLines(world, actor, hubId)
  await world.database.change(actor, (change) => moveTicket(change, line!.id, what, line!.version))
}
const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body

test('one tap says who is in, and whoever has no desk in the hub does not learn that there is one', async () => {
  const { prison, housing, hub } = await aMorning(world)
  const stranger = await world.aWorkerAt('Elsewhere', { kind: 'charity' })

  await site.post(housing, `/hubs/${hub.id}/presence`, { formId: newId(), isIn: 'yes' })

  expect(await body(prison, `/hubs/${hub.id}`)).toContain('Jo Bell')
  expect((await site.get(stranger, `/hubs/${hub.id}`)).statusCode).toBe(404)
  expect((await site.get(stranger, `/hubs/${hub.id}/live`)).statusCode).toBe(404)
  await site.post(housing, `/hubs/${hub.id}/presence`, { formId: newId(), isIn: 'no' })
  expect(await body(prison, `/hubs/${hub.id}/part`)).not.toContain('Jo Bell')
})

test('a name is for whoever may see the person; the other desks see a number and for whom it waits', async () => {
  const { prison, housing, hub, danny, number } = await aMorning(world)
  const found = await body(prison, `/hubs/${hub.id}/walk-ins/new?q=${number}`)
  expect(found).toContain('Danny Okafor')

  const form = { formId: newId(), q: number, caseId: danny.id, deskId: hub.partnerDesk, firstName: '', why: 'A room' }
  const sent = await site.post(prison, `/hubs/${hub.id}/walk-ins`, form)

  expect(sent.statusCode).toBe(303)
  expect(await body(prison, `/hubs/${hub.id}`)).toContain('Danny Okafor')
  const theirs = await body(housing, `/hubs/${hub.id}`)
  expect(theirs).not.toContain('Danny')
  expect(theirs).not.toContain('A room')
  expect(theirs).toContain('Not shared with you')
})

test('a restricted person and a barred worker’s relative stand on the board as a number alone', async () => {
  const { prison, hub, danny } = await aMorning(world)
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, personId: danny.personId, caseId: danny.id })
  await world.insert(
    `insert into access_bar (account_id, person_id, reason) values ($1, $2, 'RELATED') returning account_id`,
    [prison.userId, danny.personId],
  )

  const [line] = await openLines(world, prison, hub.id)

  expect(line).toMatchObject({ number: 1, name: '', personId: null })
})

test('somebody who is not in the record has a first name for the desk that they wait for, until midnight', async () => {
  const { prison, housing, hub } = await aMorning(world)
  const empty = { formId: newId(), deskId: hub.partnerDesk, caseId: '', firstName: '', why: 'Keys' }
  const refused = await site.post(prison, `/hubs/${hub.id}/walk-ins`, empty)
  expect([refused.statusCode, refused.body.includes('value="Keys"')]).toEqual([422, true])
  await somebodyCame(world, prison, hub.id, { deskId: hub.partnerDesk, firstName: 'Robin' })
  expect((await openLines(world, housing, hub.id)).map(({ name }) => name)).toEqual(['Robin'])

  await afterMidnight()

  expect(
    await world.inspect(
      `select state, (select count(*)::int from hub_visitor v where v.ticket_id = t.id) as names
    from hub_ticket t where hub_id = $1`,
      [hub.id],
    ),
  ).toEqual([{ state: 'NOT_RECORDED', names: 0 }])
})

/** The clock of the next night. */
async function afterMidnight() {
  world.time.now = new Date('2026-03-03T00:05:00Z')
  const actor = systemFor('00000000-0000-0000-0000-000000000000')
  await hubJobs['close-hub-days']!({ database: world.database, actor, actingFor: systemFor, log }, {})
  world.time.now = monday
}

test('called, seen, done: two who press at once do not both win, and another agency does not move the line', async () => {
  const { prison, housing, hub } = await aMorning(world)
  await somebodyCame(world, prison, hub.id, { deskId: hub.partnerDesk, firstName: 'Robin' })
  const [line] = await openLines(world, housing, hub.id)
  const press = (actor: Actor) =>
    site.post(actor, `/hub-tickets/${line!.id}/moves`, {
      formId: newId(),
      move: 'call',
      version: String(line!.version),
    })

  const first = await press(housing)
  const second = await press(housing)
  await move(housing, hub.id, 'see')
  await move(housing, hub.id, 'done')

  expect([first.statusCode, second.statusCode]).toEqual([303, 409])
  expect(await openLines(world, housing, hub.id)).toEqual([])
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, firstName: 'Kim' })
  await expect(move(housing, hub.id, 'call')).rejects.toMatchObject({ code: 'hub.not-your-line' })
})

test('a second desk joins the line of somebody who waits: one visit, no second question', async () => {
  const { prison, hub, danny, housing } = await aMorning(world)
  const about = { personId: danny.personId, caseId: danny.id }
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, ...about })

  expect(await somebodyCame(world, prison, hub.id, { deskId: hub.partnerDesk, ...about })).toBe('joined')
  await move(prison, hub.id, 'see')
  await move(prison, hub.id, 'done')

  expect((await openLines(world, housing, hub.id)).map(({ deskName, state }) => [deskName, state])).toEqual([
    ['Housing', 'WAITING'],
  ])
  const [day] = await world.database.read(prison, (reading) => listMeasures(reading, hub.id, 'day', '2026-03-01'))
  expect(day).toMatchObject({ came: 1, avoided: 1, handOffs: 0, minutesToService: 0 })
})

test('a hand-off asks for a yes; its line becomes a note where that agency may read notes, and is not told where it may not', async () => {
  const { prison, hub, danny, housing } = await aMorning(world)
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, personId: danny.personId, caseId: danny.id })
  await move(prison, hub.id, 'see')
  const hand = async (form: Record<string, string>) => {
    const [line] = await openLines(world, prison, hub.id)
    const whole = { formId: newId(), toDeskId: hub.partnerDesk, version: String(line!.version), ...form }
    return site.post(prison, `/hub-tickets/${line!.id}/hand-off`, whole)
  }
  expect((await hand({ line: 'Needs a room' })).body).toContain('Ask the person first')
  const unseen = await hand({ line: 'Needs a room', isAgreed: 'yes' })
  expect([unseen.statusCode, unseen.body.includes('value="Needs a room"')]).toEqual([422, true])

  await isNamed(world, housing, danny.id)
  expect((await hand({ line: 'Needs a room', isAgreed: 'yes' })).statusCode).toBe(303)

  expect((await openLines(world, housing, hub.id))[0]).toMatchObject({
    name: 'Danny Okafor',
    handOffLine: 'Needs a room',
    state: 'WAITING',
  })
  const notes = await world.inspect<{ body: string }>(`select body from note where case_id = $1`, [danny.id])
  expect(notes).toEqual([{ body: 'Welcome → Housing: Needs a room' }])
  await move(housing, hub.id, 'call')
  expect((await openLines(world, housing, hub.id))[0]).toMatchObject({ handOffId: null, state: 'CALLED' })
})

test('measures are drawn with their tables and leave as a marked file', async () => {
  const { prison, hub } = await aMorning(world)
  await somebodyCame(world, prison, hub.id, { deskId: hub.ownDesk, firstName: 'Kim' })
  await move(prison, hub.id, 'leave')

  const page = await body(prison, `/hubs/${hub.id}/measures`)
  expect(page).toContain('<svg class="tl-hubchart"')
  expect(page).toContain('Left without being seen')
  const [day] = await world.database.read(prison, (reading) => listMeasures(reading, hub.id, 'week', '2026-03-01'))
  expect(day).toMatchObject({ from: '2026-03-02', leftUnseen: 1, minutesToService: null })
})
