import { EventEmitter } from 'node:events'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStreams } from './event-stream.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page that keeps a connection open, of which everything that is said to it is kept. */
function aPage() {
  const said: string[] = []
  const state = { isOpen: true, hear: undefined as (() => void) | undefined, closeServer: async () => {} }
  const live = {
    listen(_id: string, hear: () => void) {
      state.hear = hear
      return () => {
        state.hear = undefined
      }
    },
  }
  const app = { addHook: (_name: string, hook: () => Promise<void>) => (state.closeServer = hook), site: { live } }
  const raw = {
    writeHead: () => {},
    destroyed: false,
    write: (text: string) => void said.push(text),
    end: () => {
      state.isOpen = false
    },
  }
  const request = { server: app, raw: new EventEmitter() } as unknown as FastifyRequest
  const reply = { hijack: () => {}, getHeaders: () => ({}), raw } as unknown as FastifyReply
  const stream = openStreams(app as unknown as FastifyInstance)
  const open = (isStill: () => Promise<boolean>) => stream(request, reply, 'a case', isStill)
  const openBefore = (userId: string) => {
    const theirs = { server: app, raw: new EventEmitter(), optionalActor: { userId } } as unknown as FastifyRequest
    stream(theirs, reply, 'a case', async () => true)
    return theirs.raw
  }
  return { said, state, raw, request, open, openBefore }
}

const halfAMinute = 30_000

test('a page hears that something changed, and nothing more', () => {
  const page = aPage()
  page.open(async () => true)

  page.state.hear!()

  expect(page.said).toEqual(['retry: 3000\n\n', 'data: changed\n\n'])
})

test.each<[string, () => Promise<boolean>]>([
  ['sight or the session has ended', async () => false],
  ['nobody can say whether it has', async () => Promise.reject(new Error('no database'))],
])('once %s the connection closes within half a minute, and nothing is listened to any more', async (_why, isStill) => {
  const page = aPage()
  let isTheirs: () => Promise<boolean> = async () => true
  page.open(() => isTheirs())
  await vi.advanceTimersByTimeAsync(halfAMinute)
  const before = page.state.isOpen
  isTheirs = isStill

  await vi.advanceTimersByTimeAsync(halfAMinute)

  expect([before, page.state.isOpen, page.state.hear]).toEqual([true, false, undefined])
})

test('whoever leaves, and a server that stops, leave nothing open', async () => {
  const [left, stopped] = [aPage(), aPage()]
  for (const page of [left, stopped]) page.open(async () => true)

  left.request.raw.emit('close')
  await stopped.state.closeServer()

  for (const { state } of [left, stopped]) expect([state.isOpen, state.hear]).toEqual([false, undefined])
  expect(vi.getTimerCount()).toBe(0)
})

test('whoever left while it was asked what they may hear leaves nothing open', () => {
  const page = aPage()
  page.raw.destroyed = true // their connection closed, and says so no second time

  page.open(async () => true)

  expect([page.said, page.state.hear, vi.getTimerCount()]).toEqual([[], undefined, 0])
})

test('one worker takes the places of no other, and has theirs again once they close a page', () => {
  const page = aPage()
  const opened = Array.from({ length: 50 }, () => page.openBefore('one'))

  expect(() => page.openBefore('one')).toThrow('live.too-many')
  expect(() => page.openBefore('another')).not.toThrow()
  opened[0]!.emit('close')
  expect(() => page.openBefore('one')).not.toThrow()
})
