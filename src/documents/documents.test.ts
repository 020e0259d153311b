import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aPhoto, upload } from './builders.ts'

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

test('a picture of a letter is there for whoever works with the person, and says nothing of where it was taken', async () => {
  const { worker, caseId } = await aWorkerWithCase()
  const photo = await aPhoto()

  const empty = await site.get(worker, `/cases/${caseId}/documents`)
  const answer = await upload(site, worker, caseId, { file: photo })
  const list = await site.get(worker, String(answer.headers.location))
  const opened = await site.get(worker, hrefIn(list.body))

  expect(photo.toString('latin1')).toContain('CANARY-PHONE')
  expect(empty.body).toContain('No document yet')
  expect(list.body).toContain('Letter about the flat')
  expect(opened.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="document.jpg"',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect((await sharp(opened.rawPayload).metadata()).exif).toBeUndefined()
  expect(opened.rawPayload.toString('latin1')).not.toContain('CANARY-PHONE')
  expect(
    await world.inspect(`select details->>'documentId' is not null as said from audit where details ? 'documentId'`),
  ).toEqual([{ said: true }])
})

test('what hides behind a picture does not come in', async () => {
  const { worker, caseId } = await aWorkerWithCase()
  const hiding = Buffer.concat([await aPhoto(), Buffer.from('PK\x03\x04<script>alert(1)</script>')])

  const answer = await upload(site, worker, caseId, { file: hiding })
  const opened = await site.get(worker, hrefIn((await site.get(worker, String(answer.headers.location))).body))

  expect(opened.rawPayload.toString('latin1')).not.toContain('script')
})

test('what is no picture is told so beside the field, and what was typed stays', async () => {
  const { worker, caseId } = await aWorkerWithCase()
  const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const told = async (file: Buffer | undefined, title?: string) =>
    upload(site, worker, caseId, { ...(file && { file }), ...(title !== undefined && { title }) })

  expect((await told(Buffer.from('<svg onload="alert(1)"></svg>'))).body).toContain('This is no JPEG or PNG')
  expect((await told(Buffer.from('%PDF-1.7 anything'))).body).toContain('there is none here yet')
  expect((await told(bomb)).body).toContain('This picture cannot be read')
  expect((await told((await aPhoto()).subarray(0, 200))).body).toContain('This picture cannot be read')
  expect((await told(Buffer.alloc(10 * 1024 * 1024 + 2, 1))).body).toContain('larger than 10 MB')
  expect((await told(undefined)).body).toContain('Choose a file')
  const untitled = await told(await aPhoto(), '')
  expect([untitled.statusCode, untitled.body.includes('Say what it is')]).toEqual([422, true])
  expect(await world.inspect('select from document where case_id = $1', [caseId])).toEqual([])
})

test('an agency without sight of the case finds neither list nor document, and cannot add one', async () => {
  const { worker, caseId } = await aWorkerWithCase()
  const stranger = await world.aWorkerAt('Charity', { kind: 'charity' })
  const answer = await upload(site, worker, caseId, { file: await aPhoto() })
  const href = hrefIn((await site.get(worker, String(answer.headers.location))).body)

  expect((await site.get(stranger, `/cases/${caseId}/documents`)).statusCode).toBe(404)
  expect((await site.get(stranger, href)).statusCode).toBe(404)
  expect((await upload(site, stranger, caseId, { file: await aPhoto() })).statusCode).toBe(404)
})

test('a document is withdrawn by whoever added it: it stays on the list, and nobody opens it', async () => {
  const { worker, caseId } = await aWorkerWithCase()
  const colleague = await world.aColleagueOf(worker)
  const answer = await upload(site, worker, caseId, { file: await aPhoto() })
  const href = hrefIn((await site.get(worker, String(answer.headers.location))).body)
  const id = href.split('/')[2]!

  const theirs = await site.post(colleague, `/documents/${id}/withdrawal`, { version: '1', reason: 'Not mine.' })
  const silent = await site.post(worker, `/documents/${id}/withdrawal`, { version: '1', reason: '' })
  const done = await site.post(worker, `/documents/${id}/withdrawal`, {
    version: '1',
    reason: 'Another person’s letter.',
  })
  const list = await site.get(worker, String(done.headers.location))

  expect([theirs.statusCode >= 400, silent.statusCode]).toEqual([true, 422])
  expect(list.body).toContain('Another person’s letter.')
  expect((await site.get(worker, href)).statusCode).toBe(404)
})

test('smuggled SQL lets nothing out of quarantine', async () => {
  const { worker, caseId } = await aWorkerWithCase()
  const [{ id }] = (await world.inspect<{ id: string }>(
    `insert into document (case_id, person_id, field_group, title, kind, size_in_bytes, added_by, added_at, owner_agency_id)
     select id, person_id, 'notes', 'x', 'application/pdf', 1, $2, now(), $3 from case_file where id = $1 returning id`,
    [caseId, worker.userId, worker.agencyId],
  )) as [{ id: string }]
  await world.inspect(`insert into document_content (document_id, bytes, owner_agency_id) values ($1, 'x', $2)`, [
    id,
    worker.agencyId,
  ])

  const smuggled = world.database.change(worker, async ({ db, record }) => {
    await sql`update document set checked_at = now() where id = ${id}`.execute(db)
    record({ name: 'test.done', subjectId: id, fieldGroup: 'notes' })
  })

  await expect(smuggled).rejects.toThrow(/only the scanner/)
  expect((await site.get(worker, `/documents/${id}/file`)).statusCode).toBe(404)
})

async function aWorkerWithCase(): Promise<{ worker: Actor; caseId: string }> {
  const worker = await world.aWorkerAt('Prison')
  return { worker, caseId: (await aCase(world, worker)).id }
}

const hrefIn = (body: string) => /href="(\/documents\/[^"]+\/file)"/.exec(body)![1]!
