import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { importPeople } from '../imports/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  await world.inspect('update export_limit set people = 1')
})
afterAll(async () => {
  await site.close()
  await world.close()
})
beforeEach(() => world.inspect('delete from mail'))

const reason = 'A complaint of 3 March about who looked.'

/** Asks on the page that a file led to. @returns the id of the request. */
async function ask(asker: Actor, led: string): Promise<string> {
  const page = await site.get(asker, led)
  const query = /name="query" value="([^"]*)"/.exec(page.body)![1]!.replaceAll('&amp;', '&')
  const answer = await site.post(asker, led.split('/new')[0]!, { formId: newId(), reason, query })
  expect(answer.headers.location).toBe('/exports?done=asked')
  const [found] = await world.inspect<{ id: string }>('select id from export_request where asked_by = $1', [
    asker.userId,
  ])
  return found!.id
}
const mailsTo = async ({ userId }: Actor) =>
  (
    await world.inspect<{ subject: string }>('select subject from mail where to_account_id = $1 order by id', [userId])
  ).map(({ subject }) => subject)
const alertsOf = async ({ userId }: Actor) =>
  (
    await world.inspect<{ name: string }>('select name from alert where account_id = $1 order by made_at', [userId])
  ).map(({ name }) => name)

test('entries of the audit about many people wait for a manager, who is not told what the auditor searches for', async () => {
  const prison = await world.aWorkerAt('Fernhall', { name: 'Kit Ward' })
  for (const familyName of ['Adams', 'Brown']) {
    const { id } = await aCase(world, prison, { familyName })
    await site.get(prison, `/cases/${id}`)
  }
  const auditor = await world.aWorkerAt('Audit office', {
    kind: 'council',
    roles: ['AUDITOR'],
    may: ['read the audit'],
  })
  const manager = await world.aColleagueOf(auditor, { roles: ['MANAGER'] })
  const filter = new URLSearchParams({ agency: prison.agencyId, action: 'consult' })

  const led = await site.get(auditor, `/audit.csv?${filter}&reason=${encodeURIComponent(reason)}`)
  const page = await site.get(auditor, String(led.headers.location))
  const id = await ask(auditor, String(led.headers.location))
  const early = await site.post(auditor, `/audit/exports/${id}/file`, {})
  const list = await site.get(manager, '/exports')
  await site.post(manager, `/exports/${id}/approval`, { formId: newId() })
  const file = await site.post(auditor, `/audit/exports/${id}/file`, {})
  const looks = await world.inspect(
    `select reason from audit where account_id = $1 and action = 'export' and details->>'requestId' = $2`,
    [auditor.userId, id],
  )

  expect(led.statusCode).toBe(303)
  expect(page.body).toContain(`>${reason}<`) // typed once, and kept
  expect(early.statusCode).toBe(409)
  expect(list.body).toContain('Entries of the audit')
  expect(list.body).not.toContain('Kit Ward')
  expect(file.statusCode).toBe(200)
  expect(file.body.match(/Kit Ward/g)!.length).toBeGreaterThan(1)
  expect(looks).toEqual([{ reason }])
})

test('the problems of an import about many people wait for a manager, and about one person do not', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const manager = await world.aColleagueOf(prison, { roles: ['MANAGER'] })
  const stranger = await world.aWorkerAt('Elsewhere')
  const wrong = (count: number) =>
    [
      'Prison number,Surname,First name,DOB',
      ...Array.from({ length: count }, (_, at) => `A${7100 + at}BC,Okafor,Danny,1 of May`),
    ].join('\n')
  const batchOf = async (count: number) => {
    const bytes = Buffer.from(wrong(count))
    await world.database.change(prison, (change) => importPeople(change, { name: `${count}.csv`, bytes }))
    const [batch] = await world.inspect<{ id: string }>('select id from import_batch where file_name = $1', [
      `${count}.csv`,
    ])
    return batch!.id
  }
  const [one, many] = [await batchOf(1), await batchOf(3)]

  const small = await site.get(prison, `/imports/${one}/problems.csv`)
  const large = await site.get(prison, `/imports/${many}/problems.csv`)
  const id = await ask(prison, String(large.headers.location))
  const list = await site.get(manager, '/exports')
  const others = await site.get(stranger, String(large.headers.location))
  await site.post(manager, `/exports/${id}/approval`, { formId: newId() })
  const file = await site.post(prison, `/imports/exports/${id}/file`, {})
  const wrongDoor = await site.post(prison, `/releases/exports/${id}/file`, {})

  expect([small.statusCode, large.statusCode]).toEqual([200, 303])
  expect(list.body).toContain('Problems of an import')
  expect(list.body).toContain(`href="/imports/${many}"`)
  expect(others.statusCode).toBe(404)
  expect(file.statusCode).toBe(200)
  expect(file.body.trim().split('\n').length).toBeGreaterThanOrEqual(4)
  expect(wrongDoor.statusCode).toBe(404)
})

test('approvers and asker are told when a file is asked for, approved and declined, with no fact of a case', async () => {
  const asker = await world.aWorkerAt('Fernhall', { name: 'Kit Ward' })
  const manager = await world.aColleagueOf(asker, { roles: ['MANAGER'], name: 'Mo Reed' })
  const stranger = await world.aWorkerAt('Police', { roles: ['MANAGER'] })
  const send = async (query: string) => {
    await site.post(asker, '/releases/exports', { formId: newId(), reason: 'For Danny Canaryfield, who asked.', query })
    const [found] = await world.inspect<{ id: string }>(
      'select id from export_request where asked_by = $1 order by asked_at desc, id desc limit 1',
      [asker.userId],
    )
    return found!.id
  }

  const first = await send('q=Canaryfield')
  const onAsking = [await mailsTo(manager), await mailsTo(asker)]
  await site.post(manager, `/exports/${first}/approval`, { formId: newId() })
  const second = await send('')
  await site.post(manager, `/exports/${second}/refusal`, { formId: newId() })
  const bodies = await world.inspect<{ body: string }>('select body from mail')
  const shown = await site.get(asker, '/alerts')

  expect(onAsking).toEqual([['A file waits for your approval'], ['You asked for a file']])
  expect(await mailsTo(asker)).toEqual([
    'You asked for a file',
    'Your file is ready',
    'You asked for a file',
    'Your file was declined',
  ])
  expect(await alertsOf(manager)).toEqual(['export.asked', 'export.asked'])
  expect(await alertsOf(asker)).toEqual(['export.approved', 'export.declined'])
  expect(shown.body).toContain('Approved the file that you asked for')
  expect([await mailsTo(stranger), await alertsOf(stranger)]).toEqual([[], []])
  expect(JSON.stringify(bodies)).not.toMatch(/Canaryfield/)
})

test('a file of the audit, of breaches or of an import asks who you are when that was long ago', async () => {
  const manager = await world.aWorkerAt('Fernhall', { roles: ['MANAGER', 'AUDITOR'] })
  await site.cookieFor(manager)
  await world.inspect(`update session set proved_at = $1 where account_id = $2`, [
    new Date(world.time.now.getTime() - 11 * 60_000),
    manager.userId,
  ])

  const answers = [
    await site.get(manager, '/audit.csv'),
    await site.get(manager, '/data-breaches.csv'),
    await site.get(manager, `/imports/${newId()}/problems.csv`),
  ]

  for (const { statusCode, body } of answers)
    expect([statusCode, body.includes('Your password again')]).toEqual([403, true])
})
