import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { importCommands } from './commands.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const danny = '"prisonerNumber":"A9914DK","lastName":"Okafor","dateOfBirth":"1991-05-04"'
const nested = '['.repeat(100_000) + ']'.repeat(100_000)

test.each([
  ['nothing but brackets', nested, 'too-deep', 'brackets in brackets'],
  ['brackets in a person', `[{${danny},"firstName":"Danny","x":${nested}}]`, 'too-deep', 'brackets in brackets'],
  ['two first names', `[{${danny},"firstName":"Danny","firstName":"Rhys"}]`, 'key-twice', 'one thing twice'],
])(
  'a page of the prison search with %s is refused in words, on the page as from the shell',
  async (_, page, code, words) => {
    const prison = await world.aWorkerAt('Fernhall')

    const sent = await upload(prison, page)
    const told = await command(prison, page)

    expect([sent.statusCode, told.exit]).toEqual([422, 1])
    expect(sent.body).toContain(words)
    expect(told.said.errors[0].reason).toContain(`${code}: `)
  },
)

test('numbers of twenty digits, half characters and names of JavaScript’s own come in, or are said to be left out', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const odd = '"cro":12345678901234567890,"\\u0000wing":"B","constructor":"c","__proto__":"p","toString":"t"'
  const page = `[{${danny},"firstName":"Da\\u0000nny","middleNames":"Lee\\ud800",${odd}}]`

  const told = await command(prison, page)
  const path = String((await upload(prison, page)).headers.location).replace('/columns', '')
  const columns = await site.get(prison, `${path}/columns`)
  const preview = await site.get(prison, path)
  const committed = await site.post(prison, `${path}/commit`, { formId: newId() })

  expect(told.said.counts).toMatchObject({ read: 1, added: 1 })
  expect(told.said.warnings).toContainEqual(expect.objectContaining({ column: 'cro', value: '12345678901234567890' }))
  expect(told.said.ignored.map(({ column }: { column: string }) => column)).toEqual([
    'constructor',
    '__proto__',
    'toString',
  ])
  expect([columns, preview, committed].map(({ statusCode }) => statusCode)).toEqual([200, 200, 303])
})

test('other names that are no texts are left out and said, whoever comes with them comes in', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const aliases = `[{"firstName":{"toString":1},"lastName":"B"},{"firstName":"Dan\\u0000","lastName":"Jones\\ud800"}]`
  const quoted = `"[{""firstName"":${nested}}]"`

  const asPage = await command(prison, `[{${danny},"firstName":"Danny","aliases":${aliases}}]`, { commit: true })
  const asList = await command(
    prison,
    `Prison number,Surname,First name,DOB,Aliases\nA9914DK,Okafor,Danny,04/05/1991,${quoted}`,
  )

  for (const { said } of [asPage, asList]) {
    expect(said.counts).toMatchObject({ read: 1, rejected: 0 })
    expect(said.warnings.map(({ reason }: { reason: string }) => reason).join()).toContain('alias-unreadable')
  }
})

async function upload(actor: Actor, pasted: string) {
  const boundary = 'x'.repeat(20)
  const part = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  return site.app.inject({
    method: 'POST',
    url: '/imports',
    headers: { cookie: await site.cookieFor(actor), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${part('formId', newId())}${part('pasted', pasted)}--${boundary}--\r\n`,
  })
}

async function command(actor: Actor, content: string, flags: Record<string, true> = {}) {
  const path = join(mkdtempSync(join(tmpdir(), 'throughline-')), 'list')
  writeFileSync(path, content)
  const lines: string[] = []
  const exit = await importCommands[0]!.run({
    args: [path],
    flags: { agency: 'FHI', json: true, ...flags },
    database: world.database,
    actingFor: async () => actor,
    print: (line: string) => void lines.push(line),
  })
  return { exit, said: JSON.parse(lines.join('\n')) }
}
