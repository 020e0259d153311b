import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { takeTurns } from './turns.ts'

const until = async (isDone: () => boolean) => {
  for (const end = Date.now() + 10_000; !isDone() && Date.now() < end; ) await sleep(5)
}

test('of 200 open pages each hears once, a few at a time, in the order in which word came', async () => {
  const turns = takeTurns()
  const heard: number[] = []
  const pages = Array.from({ length: 200 }, (_, page) => () => void heard.push(page))

  for (const page of pages) turns.tell(page)
  for (const page of pages) turns.tell(page) // a second change of the same moment
  const atOnce = heard.length
  await until(() => heard.length >= 200)
  await sleep(50)

  expect(atOnce).toBe(0)
  expect(heard).toEqual(pages.map((_, page) => page))
})

test('what changes while pages are told is told again to those who have heard, and once to those who wait', async () => {
  const turns = takeTurns()
  const counts = [0, 0, 0, 0, 0, 0]
  const pages = counts.map((_, page) => () => {
    counts[page]! += 1
    if (page === 0 && counts[0] === 1) for (const each of pages) turns.tell(each)
  })

  for (const page of pages) turns.tell(page)
  await until(() => counts[0] === 2)
  await sleep(50)

  expect(counts).toEqual([2, 1, 1, 1, 1, 1])
})

test('a page that was closed is told no more', async () => {
  const turns = takeTurns()
  const heard: string[] = []
  const [one, other] = [() => void heard.push('one'), () => void heard.push('other')]

  turns.tell(one)
  turns.tell(other)
  turns.forget(one)
  await until(() => heard.length > 0)

  expect(heard).toEqual(['other'])
})
