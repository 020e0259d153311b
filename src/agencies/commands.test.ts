import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../platform/testing/world.ts'
import { agencyCommands } from './commands.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function say(name: string, args: string[], flags: Record<string, string | true>) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const actingFor = async () => Promise.reject(new Error('not used'))
  const command = agencyCommands.find((each) => each.name === name)!
  const code = await command.run({ args, flags, database: world.database, print, actingFor })
  return { code, text: lines.join('\n') }
}

test('an agency is added by command, in the name of the system, and listed', async () => {
  const added = await say('agencies add', ['lpi'], { kind: 'prison', name: 'HMP Liverpool' })
  const listed = await say('agencies list', [], {})
  const json = await say('agencies list', [], { json: true })

  expect([added.code, listed.code]).toEqual([0, 0])
  expect(listed.text).toContain('LPI\tPrison\tHMP Liverpool')
  expect(JSON.parse(json.text)).toMatchObject([{ code: 'LPI', kind: 'prison', name: 'HMP Liverpool' }])
  expect(await world.inspect('select from agreement_party')).toHaveLength(1)
})

test('a code that is taken is refused, and what cannot be read is said', async () => {
  await say('agencies add', ['TWICE'], { kind: 'prison', name: 'First' })

  await expect(say('agencies add', ['TWICE'], { kind: 'prison', name: 'Second' })).rejects.toMatchObject({
    code: 'agency.code-taken',
  })
  for (const [args, flags] of [
    [[], { kind: 'prison', name: 'x' }],
    [['OK'], { kind: 'circus', name: 'x' }],
    [['OK'], { kind: 'prison' }],
  ] as const) {
    expect((await say('agencies add', [...args], { ...flags })).code).toBe(2)
  }
})
