import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAlerts } from '../alerts/index.ts'
import { listNotes } from '../contacts/index.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCall, aLine, aSupportedPerson, type Night } from './builders.ts'
import { helplineJobs } from './jobs.ts'
import { listHandOffs } from './queries/hand-offs.ts'
import { readBoard } from './read-board.ts'
import { takeCallBack } from './take-call.ts'

let world: World
let site: Site
let night: Night
let keyWorker: Actor
let mentor: Actor
let danny: { id: string; personId: string }

beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  night = await aLine(world)
  keyWorker = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  mentor = await world.aColleagueOf(night.manager, { name: 'Joe Marsh', may: ['see cases', 'work on cases'] })
  danny = await aSupportedPerson(world, keyWorker, night.manager, { givenName: 'Danny', familyName: 'Okafor' })
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const board = (actor: Actor = night.operator) =>
  world.database.read(actor, (reading) => readBoard(reading, night.lineId))
const later = (minutes: number) => {
  world.time.now = new Date(world.time.now.getTime() + minutes * 60_000)
}
const system = { userId: '00000000-0000-7000-8000-000000000001', agencyId: '00000000-0000-0000-0000-000000000000', audiences: [], name: 'Throughline', agencyName: '', agencyKind: '', roles: [], may: new Set<string>() } // biome-ignore format: one line
const aMinutePasses = () =>
  helplineJobs['ring-call-backs']!({ database: world.database, actor: system } as never, undefined)

test('an operator finds the caller, writes it all on one page, and the worker reads in the morning what they may', async () => {
  const taken = await site.post(night.operator, `/helpline/${night.lineId}/calls`, { formId: newId() })
  const call = String(taken.headers.location)
  await site.post(night.operator, call, { formId: newId(), do: 'find', sought: 'dany okafor', words: 'Lost his keys' })
  const found = await site.get(night.operator, call)
  const form = { who: danny.id, feeling: 'LOW', words: 'He cannot sleep.', risk: 'NONE', when: '30', phone: '07700 900123', toAccountId: keyWorker.userId, handWords: 'Wants to see you before Friday.' } // biome-ignore format: one line

  const withoutYes = await site.post(night.operator, call, { formId: newId(), do: 'close', ...form })
  const closed = await site.post(night.operator, call, { formId: newId(), do: 'close', ...form, isAgreed: 'yes' })
  const read = await site.get(keyWorker, '/call-hand-offs')

  expect(found.body).toContain('Danny Okafor')
  expect(found.body).toContain('Amira Khan, HMP Fernhall')
  expect(found.body).toContain('Lost his keys')
  expect(withoutYes.statusCode).toBe(422)
  expect(withoutYes.body).toContain('Ask whether these words may go to another agency')
  expect(withoutYes.body).toContain('He cannot sleep.')
  expect(closed.headers.location).toBe(`/helpline/${night.lineId}?done=closed`)
  expect(read.body).toContain('Wants to see you before Friday.')
  expect(read.body).not.toContain('He cannot sleep.')
  expect((await board()).callBacks.map(({ name, phone }) => [name, phone])).toEqual([['Danny Okafor', '07700 900123']])
})

test('what is said to the line is a note behind the wall of mentoring: the charity reads it, the prison does not', async () => {
  await aCall(world, night, { who: danny.id, words: 'He is afraid of his brother.' })
  const notesOf = (actor: Actor) =>
    world.database.read(actor, async (reading) =>
      (await listNotes(reading, danny.id, { limit: 20 })).map(({ body }) => body).join(),
    )

  const [charity, prison] = [await notesOf(mentor), await notesOf(keyWorker)]

  expect(charity).toContain('He is afraid of his brother.')
  expect(prison).not.toContain('brother')
  expect(await world.database.read(keyWorker, listHandOffs)).not.toContainEqual(expect.objectContaining({ words: expect.stringContaining('brother') })) // biome-ignore format: one line
})

test('a worker has it among what waits for them, and the line sees that it is done', async () => {
  await aCall(world, night, { who: danny.id, toAccountId: keyWorker.userId, handWords: 'Call his mother.', isAgreed: 'yes' }) // biome-ignore format: one line
  const handOff = (await world.database.read(keyWorker, listHandOffs)).find(
    ({ words }) => words === 'Call his mother.',
  )!
  const before = await site.get(keyWorker, '/')
  const alerts = await world.database.read(keyWorker, (reading) =>
    listAlerts(reading, { limit: 9, isUnseenOnly: true }),
  )

  await site.post(keyWorker, `/call-hand-offs/${handOff.id}/done`, { formId: newId(), doneWords: 'Called her.' })

  expect(before.body).toContain('called a line and want')
  expect(alerts.map(({ name }) => name)).toContain('helpline.handed-on')
  expect((await board()).handOffs.map(({ id }) => id)).not.toContain(handOff.id)
})

test('a call-back rings until somebody takes it, tells who is in charge, and rings again where it was taken and not done', async () => {
  const start = world.time.now
  const { callBacks: before } = await board()
  await aCall(world, night, { who: 'NAMED', callerName: 'Sam', when: '15', phone: '07700 900456' })
  const ringing = async () => (await board()).callBacks.filter(({ isRinging, name }) => isRinging && name === 'Sam')
  const [mine] = (await board()).callBacks.filter(({ id }) => !before.some((each) => each.id === id))

  const early = await ringing()
  later(16)
  const due = await ringing()
  later(15)
  await aMinutePasses()
  await aMinutePasses()
  const mails = await world.inspect<{ subject: string; body: string }>(
    `select subject, body from mail where to_account_id = $1`,
    [night.manager.userId],
  )
  const told = await world.database.read(night.manager, (reading) => listAlerts(reading, { limit: 9, isUnseenOnly: true })) // biome-ignore format: one line
  await world.database.change(night.operator, (change) => takeCallBack(change, mine!.id))
  const second = world.database.change(night.other, (change) => takeCallBack(change, mine!.id))
  await expect(second).rejects.toThrow('helpline.call-back-taken')
  const taken = await ringing()
  later(31)
  const again = await ringing()
  world.time.now = start // sessions of this file end after a quarter of an hour

  expect([early.length, due.length, taken.length, again.length]).toEqual([0, 1, 0, 1])
  expect(told.map(({ name }) => name)).toContain('helpline.call-back-late')
  expect(mails.map(({ subject }) => subject)).toEqual(['Night line: nobody took a call-back'])
  expect(mails[0]!.body).not.toContain('Sam')
})

test('what is typed is kept before the call is closed, and a colleague who takes over finds it', async () => {
  const taken = await site.post(night.operator, `/helpline/${night.lineId}/calls`, { formId: newId() })
  const call = String(taken.headers.location)

  await site.post(night.operator, `${call}/draft`, { words: 'Half a sentence', feeling: 'ANGRY' })
  await site.post(night.other, `${call}/taking`, { formId: newId() })
  const lost = await site.post(night.operator, `${call}/draft`, { words: 'Mine' })

  expect(lost.statusCode).toBe(409)
  expect((await site.get(night.other, call)).body).toContain('Half a sentence')
})

test('danger without a deed, no name, a time that is none: each is told beside its field and what was typed stays', async () => {
  const taken = await site.post(night.operator, `/helpline/${night.lineId}/calls`, { formId: newId() })
  const call = String(taken.headers.location)

  const { statusCode, body } = await site.post(night.operator, call, { formId: newId(), do: 'close', who: 'NAMED', feeling: 'FRIGHTENED', risk: 'NOW', when: 'AT', at: '25:00', agreed: 'Will call again' }) // biome-ignore format: one line

  expect(statusCode).toBe(422)
  for (const said of ['Write the name they give', 'Choose what you did', 'Write a time such as 7:30', 'Write the number', 'Will call again']) expect(body).toContain(said) // biome-ignore format: one line
})
