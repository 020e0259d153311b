import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import { getCaseFrame } from '../cases/index.ts'
import { aService } from '../directory/builders.ts'
import type { Actor, Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aReferral } from '../referrals/builders.ts'
import { acceptReferral, declineReferral, getReferral, withdrawReferral } from '../referrals/index.ts'
import { aTransfer } from '../transfers/builders.ts'
import { acceptTransfer, cancelTransfer, declineTransfer } from '../transfers/index.ts'
import { askToJoin } from './ask-to-join.ts'
import { declineRequest, endRequest, grantRequest } from './decide-request.ts'

// An agency sees a case if and only if something that let it in is still open: it answers for the case, a referral to it runs, a transfer
// to it waits, a request of its own was granted. A second telling of the four verbs, compared with the database through any history.

let world: World
let agencies: Actor[]
let services: string[]
beforeAll(async () => {
  world = await openWorld()
  agencies = []
  for (const kind of ['prison', 'probation', 'council', 'charity'])
    agencies.push(await world.aWorkerAt(kind, { kind, roles: ['MANAGER', 'WORKER'] }))
  services = []
  for (const agency of agencies) services.push(await aService(world, agency))
}, 60_000)
afterAll(() => world.close())

const step = fc.record({
  do: fc.constantFrom('refer', 'accept', 'decline', 'withdraw', 'offer', 'take over', 'take over', 'refuse', 'take back', 'ask', 'grant', 'grant', 'silence', 'end'), // biome-ignore format: a list
  who: fc.nat({ max: 3 }),
  which: fc.nat({ max: 5 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Cause {
  id: string
  who: number
  isLive: boolean
}
interface Story {
  caseId: string
  number: string
  owner: number
  referrals: (Cause & { sender: number })[]
  transfers: Cause[]
  requests: (Cause & { isDecided: boolean })[]
}

test('an agency sees a case if and only if something that let it in is still open', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
      const story = await aStory()
      for (const each of steps) {
        await take(story, each).catch((error) => {
          if (!(error instanceof Refusal)) throw error // a rule said no: then nothing changed
        })
        expect(await Promise.all(agencies.map((agency) => sees(agency, story.caseId)))).toEqual(expected(story))
      }
    }),
    { numRuns: 40 },
  )
}, 300_000)

const expected = ({ owner, referrals, transfers, requests }: Story): boolean[] =>
  agencies.map(
    (_, who) =>
      who === owner || [...referrals, ...transfers, ...requests].some((cause) => cause.who === who && cause.isLive),
  )

const sees = (agency: Actor, caseId: string) =>
  world.database
    .read(agency, (reading) => getCaseFrame(reading, caseId))
    .then(
      () => true,
      () => false,
    )

let serial = 1000
async function aStory(): Promise<Story> {
  const number = `C${serial++}QZ`
  const { id } = await aCase(world, agencies[0]!, { number })
  return { caseId: id, number, owner: 0, referrals: [], transfers: [], requests: [] }
}

const as = <T>(who: number, work: (change: Change) => Promise<T>) => world.database.change(agencies[who]!, work)
const at = <T>(all: T[], which: number): T => {
  if (all.length === 0) throw new Refusal('not found', 'nothing-there')
  return all[which % all.length]!
}
const isLive = (cause: Cause) => cause.isLive
const versionOf = async (change: Change, id: string) => (await getReferral(change, id)).version

async function take(story: Story, { do: verb, who, which }: Step): Promise<void> {
  const { caseId, number, owner, referrals, transfers, requests } = story
  switch (verb) {
    case 'refer': {
      const ends = { from: agencies[owner]!, to: agencies[who]! }
      const { id } = await aReferral(world, { ...ends, caseId, serviceId: services[who]! })
      referrals.push({ id, who, sender: owner, isLive: true })
      return
    }
    case 'accept': {
      const { id, who: receiver } = at(referrals.filter(isLive), which)
      const answer = { startsOn: null, workerName: '' }
      return as(receiver, async (change) => acceptReferral(change, id, await versionOf(change, id), answer))
    }
    case 'decline': {
      const found = at(referrals.filter(isLive), which)
      const { id, who: receiver } = found
      const answer = { reason: 'NO_ROOM' as const, words: '' }
      await as(receiver, async (change) => declineReferral(change, id, await versionOf(change, id), answer))
      found.isLive = false
      return
    }
    case 'withdraw': {
      const found = at(referrals.filter(isLive), which)
      const { id, sender } = found
      const why = { reason: 'MISTAKE' as const, words: '' }
      await as(sender, async (change) => withdrawReferral(change, id, await versionOf(change, id), why))
      found.isLive = false
      return
    }
    case 'offer': {
      const id = await aTransfer(world, agencies[owner]!, caseId, agencies[who]!)
      transfers.push({ id, who, isLive: true })
      return
    }
    case 'take over': {
      const found = at(transfers.filter(isLive), which)
      await as(found.who, (change) => acceptTransfer(change, found.id, `account:${agencies[found.who]!.userId}`))
      found.isLive = false
      story.owner = found.who
      return
    }
    case 'refuse':
    case 'take back': {
      const found = at(transfers.filter(isLive), which)
      if (verb === 'refuse') await as(found.who, (change) => declineTransfer(change, found.id, 'No room.'))
      else await as(owner, (change) => cancelTransfer(change, found.id))
      found.isLive = false
      return
    }
    case 'ask': {
      const reason = 'We plan curfew checks with him.'
      const asked = { identifier: number, numbers: [number], purpose: 'RESETTLEMENT', gateway: 'CDA-1998-115', reason }
      const id = await as(who, (change) => askToJoin(change, asked))
      requests.push({ id, who, isLive: false, isDecided: false })
      return
    }
    case 'grant':
    case 'silence': {
      const found = at(
        requests.filter(({ isDecided }) => !isDecided),
        which,
      )
      if (verb === 'silence')
        return as(owner, (change) => declineRequest(change, found.id, { isTold: false, words: '' }))
      await as(owner, (change) => grantRequest(change, found.id, who % 2 ? 'REFERRED' : 'ACCEPTED'))
      found.isLive = true
      found.isDecided = true
      return
    }
    case 'end': {
      const found = at(requests.filter(isLive), which)
      await as(who % 2 ? found.who : owner, (change) => endRequest(change, found.id))
      found.isLive = false
    }
  }
}
