import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { importCommands } from './commands.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const list =
  'Prison number,Surname,First name,DOB,PNC\nA9914DK,Okafor,Danny,04/05/1991,\nA9926KD,Morgan,Rhys,13/02/1988,2012/0052494R\n'

test('from the shell a list is tried, committed and said as JSON; rejected rows make it exit 1', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const path = fileOf(list)

  const tried = await run(prison, [path], { json: true })
  const committed = await run(prison, [path], { json: true, commit: true })
  const again = await run(prison, [path], { json: true, commit: true })

  expect([tried.exit, committed.exit, again.exit]).toEqual([1, 1, 1])
  const [first, second, third] = [tried, committed, again].map(({ lines }) => JSON.parse(lines.join('\n')))
  expect(first.counts).toEqual({ read: 2, added: 1, changed: 0, unchanged: 0, duplicates: 0, rejected: 1 })
  expect(second.counts).toEqual(first.counts)
  expect(third.counts).toMatchObject({ added: 0, unchanged: 1 })
  expect(first.errors).toEqual([
    { row: 3, column: 'PNC', value: '2012/0052494R', reason: expect.stringMatching(/^check-letter: The last letter/) },
  ])
})

test('a list without an error exits 0, a file that cannot be read says why, and both ways at once are refused', async () => {
  const prison = await world.aWorkerAt('Fernhall')

  const fine = await run(prison, [fileOf(list.split('\n').slice(0, 2).join('\n'))], {})
  const broken = await run(prison, [fileOf('{"content": [')], { json: true })
  const both = await run(prison, [fileOf(list)], { commit: true, 'dry-run': true })

  expect([fine.exit, broken.exit, both.exit]).toEqual([0, 1, 2])
  expect(fine.lines[0]).toBe('Dry run: nothing has changed.')
  expect(JSON.parse(broken.lines.join('\n')).errors[0].reason).toMatch(/^not-json: /)
})

async function run(actor: Actor, args: string[], flags: Record<string, string | true>) {
  const lines: string[] = []
  const { database } = world
  const context = {
    args,
    flags: { agency: 'FHI', ...flags },
    database,
    actingFor: async () => actor,
    print: (line: string) => void lines.push(line),
  }
  return { exit: await importCommands[0]!.run(context), lines }
}

function fileOf(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'list-')), 'list.csv')
  writeFileSync(path, text)
  return path
}
