import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aMeeting, aNight, aTheme } from './builders.ts'
import { addAction, addReport } from './keep-meeting.ts'
import { closeTheme, reopenTheme } from './keep-theme.ts'

let world: World
let site: Site
let [manager, second, worker, other]: Actor[] = []
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(async () => {
  world.time.now = new Date('2026-03-02T09:30:00Z')
  const roles = ['WORKER', 'MANAGER']
  manager = await world.aWorkerAt('Wexley Probation', { kind: 'probation', roles, name: 'Nadia Shah' })
  second = await world.aColleagueOf(manager, { roles, name: 'Bo Finch' })
  worker = await world.aColleagueOf(manager)
  other = await world.aWorkerAt('Wexley Police', { kind: 'police', roles })
})

/** A closed theme with a meeting, an action and a report, at the day of the world. */
async function aClosedTheme(): Promise<string> {
  const id = await aTheme(world, manager!, other!)
  await aMeeting(world, manager!, id, { minutes: 'The boys of number nine were named.' })
  await world.database.change(manager!, async (change) => {
    await addAction(change, id, { words: 'Ask', ownerId: worker!.userId, dueOn: '2026-04-01', meetingId: null })
    await addReport(change, id, { title: 'By street', kind: 'image/jpeg', bytes: Buffer.from('x') })
  })
  return id
}
const close = (id: string) => world.database.change(manager!, (change) => closeTheme(change, id, 'It stopped'))
const send = async (actor: Actor, id: string, path: string, form: Record<string, string> = {}) =>
  (await site.post(actor, `/themes/${id}/disposal${path}`, { formId: newId(), ...form })).statusCode
const propose = (actor: Actor, id: string) => send(actor, id, '', { reason: 'Its time is over.' })
const night = () => aNight(world)
const later = (day: string) => {
  world.time.now = new Date(`${day}T09:30:00Z`)
}
const papers = async (id: string) =>
  (
    await world.inspect<{ n: number }>(
      `select ((select count(*) from theme_meeting where theme_id = $1) + (select count(*) from theme_action where theme_id = $1)
        + (select count(*) from theme_report where theme_id = $1))::int as n`,
      [id],
    )
  )[0]!.n
const page = async (actor: Actor, id: string) => (await site.get(actor, `/themes/${id}`)).body

test('two years after a theme closed its papers go, after two managers and seven days; what came of it stays', async () => {
  const id = await aClosedTheme()
  const early = await world.aColleagueOf(manager!, { roles: ['WORKER', 'MANAGER'] }) // whose session is over when the day comes
  expect(await page(early, id)).not.toContain('How long its papers stay')
  await close(id)
  expect(await page(early, id)).toContain('are kept until Thu 2 Mar 2028')
  expect(await propose(early, id)).toBe(409)

  later('2028-03-02')
  expect(await propose(manager!, id)).toBe(303)
  await night()
  expect(await papers(id)).toBe(3) // nobody said yes
  expect(await send(second!, id, '/approval')).toBe(303)
  await night()
  expect(await papers(id)).toBe(3) // it can be taken back
  later('2028-03-10')
  await night()

  expect(await papers(id)).toBe(0)
  expect(await page(await world.aColleagueOf(manager!), id)).not.toContain('Open it again')
  const again = world.database.change(manager!, (change) => reopenTheme(change, id))
  await expect(again).rejects.toMatchObject({ code: 'theme.changed-meanwhile' }) // what came then would stand under no clock
  const left = await page(other!, id)
  expect(left).toContain('It stopped')
  expect(left).toMatch(
    /1 meeting, 1 action, 1 report[\s\S]*Nadia Shah proposed it, Bo Finch said yes[\s\S]*[0-9a-f]{64}/,
  )
  expect(
    await world.inspect(`select 1 from event where name = 'theme.disposed' and subject_id = $1`, [id]),
  ).toHaveLength(1)
})

test('whoever proposed does not say yes, nor does a worker or a manager of another agency, on the page or in the database', async () => {
  const id = await aClosedTheme()
  await close(id)
  later('2028-03-02')
  expect(await propose(worker!, id)).toBe(403)
  expect(await propose(other!, id)).toBe(403)
  await propose(manager!, id)

  expect(await send(manager!, id, '/approval')).toBe(403)
  expect(await send(other!, id, '/approval')).toBe(403)
  expect(await send(worker!, id, '/approval')).toBe(403)
  const inDatabase = (actor: Actor, as = actor) =>
    world.database
      .change(actor, async (change) => {
        const done = await change.db
          .updateTable('theme_disposal')
          .set({ approved_by: as.userId, approved_at: change.now })
          .where('theme_id', '=', id)
          .executeTakeFirst()
        change.record({ name: 'tried', subjectId: id, fieldGroup: 'administration' })
        return Number(done.numUpdatedRows)
      })
      .catch(() => 0)
  expect([await inDatabase(manager!), await inDatabase(other!), await inDatabase(worker!)]).toEqual([0, 0, 0])
  expect(await inDatabase(manager!, second)).toBe(0) // nor in a colleague's name
  expect(await inDatabase(second!)).toBe(1)
})

test('what is taken back stays, and so does what a hold keeps, or a theme that was opened again, until it is over', async () => {
  const [back, open, held] = [await aClosedTheme(), await aClosedTheme(), await aClosedTheme()] as const
  const { id: caseId, personId } = await aCase(world, worker!, {})
  const linked = await site.post(worker!, `/themes/${held}/cases`, {
    formId: newId(),
    caseId,
    why: 'He was seen there',
  })
  expect(linked.statusCode).toBe(303)
  for (const id of [back, open, held]) await close(id)
  later('2028-03-02')
  for (const id of [back, open, held]) await propose(manager!, id)
  for (const id of [back, open, held]) await send(second!, id, '/approval')
  await world.inspect(
    `insert into legal_hold (person_id, asked_by, reason, from_on, made_by, made_at, owner_agency_id, retention_class)
     values ($1, 'HM Coroner', 'An inquest', '2028-03-03', $2, now(), $3, 'ADMINISTRATION')`,
    [personId, manager!.userId, manager!.agencyId],
  )

  expect(await send(second!, back, '/taking-back')).toBe(303)
  await site.post(manager!, `/themes/${open}/reopening`, { formId: newId() })
  later('2028-04-01')
  await night()
  expect([await papers(back), await papers(open), await papers(held)]).toEqual([3, 3, 3])

  await world.inspect('update legal_hold set lifted_at = now(), lifted_by = made_by where person_id = $1', [personId])
  await night()
  expect([await papers(back), await papers(open), await papers(held)]).toEqual([3, 3, 0])
})
