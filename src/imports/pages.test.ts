import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

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

const list =
  'Prison number,Surname,First name,DOB,CRD,PNC,Religion\nA9914DK,OKAFOR,DANIEL,04/05/1991,31/02/2026,2012/0052494R,x\nA9926KD,Morgan,Rhys,13/02/1988,24/12/2026,=cmd(),y'

test('a list is pasted, its columns shown, what it would do said, and it is committed', async () => {
  const prison = await world.aWorkerAt('Fernhall')

  const started = await upload(prison, { pasted: list })
  const columns = await site.get(prison, started.headers.location!)
  const path = started.headers.location!.replace('/columns', '')
  const mapped = await site.post(prison, `${path}/columns`, {
    'column-0': 'PRISON_NUMBER',
    'column-1': 'familyName',
    'column-2': 'givenName',
    'column-3': 'bornOn',
    'column-4': 'CRD',
    'column-5': 'PNC',
  })
  const preview = await site.get(prison, path)
  const committed = await site.post(prison, `${path}/commit`, { formId: newId() })
  const report = await site.get(prison, path)
  const csv = await site.get(prison, `${path}/problems.csv`)

  expect([started.statusCode, columns.statusCode, mapped.statusCode, preview.statusCode, committed.statusCode]).toEqual(
    [303, 200, 303, 200, 303],
  )
  expect(preview.body).toContain('The last letter does not fit the number')
  expect(preview.body).toContain('Religion (2 values)')
  expect(report.statusCode).toBe(200)
  expect(report.body).toContain('Undo the whole import')
  expect(report.body).toMatch(/href="\/cases\/[0-9a-f-]{36}"/) // whom it added can be opened
  expect(csv.body).toContain("'=cmd()")
  expect((await site.get(prison, '/imports')).body).toContain('1 added, 0 changed')
})

test('each number of a report leads to a part that is on the page, also when the import is undone', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const path = (await upload(prison, { pasted: list })).headers.location!.replace('/columns', '')
  const pages = [await site.get(prison, path)]

  await site.post(prison, `${path}/commit`, { formId: newId() })
  pages.push(await site.get(prison, path))
  await site.post(prison, `${path}/undo`, { formId: newId() })
  pages.push(await site.get(prison, path))

  for (const { body } of pages) {
    const tiles = /<ul class="tl-counts">.*?<\/ul>/s.exec(body)![0]
    const parts = [...tiles.matchAll(/href="#([^"]*)"/g)].map(([, part]) => part)
    expect(parts).toHaveLength(6)
    expect(parts.filter((part) => !body.includes(`id="${part}"`))).toEqual([])
  }
})

test('nothing chosen and a file that cannot be read are said, and what was pasted is kept', async () => {
  const prison = await world.aWorkerAt('Fernhall')

  const nothing = await upload(prison, {})
  const broken = await upload(prison, { pasted: '{"content": [<script>' })

  expect([nothing.statusCode, broken.statusCode]).toEqual([422, 422])
  expect(nothing.body).toContain('Choose a file, or paste the list')
  expect(nothing.body).toContain('If you chose a file, choose it again')
  expect(broken.body).toContain('&lt;script&gt;')
})

test('a form that sends its file as text is one where nothing was chosen', async () => {
  const prison = await world.aWorkerAt('Fernhall')

  const answer = await site.post(prison, '/imports', { file: 'list.csv', formId: newId() })

  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Choose a file, or paste the list')
})

test('another agency’s import does not exist, and an agency that is no prison cannot import', async () => {
  const prison = await world.aWorkerAt('Fernhall')
  const other = await world.aWorkerAt('Carrow')
  const charity = await world.aWorkerAt('Brightwater', { kind: 'charity' })

  const path = (await upload(prison, { pasted: list })).headers.location!.replace('/columns', '')

  expect((await site.get(other, path)).statusCode).toBe(404)
  expect((await site.get(charity, '/imports')).statusCode).toBe(403)
})

async function upload(actor: Parameters<Site['cookieFor']>[0], { pasted = '' }: { pasted?: string }) {
  const boundary = 'x'.repeat(20)
  const part = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename=""\r\ncontent-type: application/octet-stream\r\n\r\n\r\n`
  return site.app.inject({
    method: 'POST',
    url: '/imports',
    headers: { cookie: await site.cookieFor(actor), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `${part('formId', newId())}${file}${part('pasted', pasted)}--${boundary}--\r\n`,
  })
}
