import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { acceptFile, addDocument } from './add-document.ts'
import { findBytes, getDocument } from './queries.ts'
import { documentJobs } from './scan-documents.ts'
import { clamd } from './scanner.ts'

// Not whole, so that no scanner of this machine takes the test itself away.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
let world: World
let worker: Actor
let caseId: string
let daemon: Server
let url: string
beforeAll(async () => {
  world = await openWorld()
  worker = await world.aWorkerAt('Prison')
  caseId = (await aCase(world, worker)).id
  daemon = aDaemon().listen(0, '127.0.0.1')
  await once(daemon, 'listening')
  url = `tcp://127.0.0.1:${(daemon.address() as AddressInfo).port}`
})
afterAll(async () => {
  daemon.close()
  await world.close()
})

test('a PDF waits in quarantine until the scanner has found it clean', async () => {
  const id = await added(Buffer.from(`%PDF-1.7 ${'a letter '.repeat(20_000)}`))
  const before = await bytesOf(id)

  await scanAll(url)

  expect(before).toBeUndefined()
  expect((await bytesOf(id))?.length).toBeGreaterThan(100_000)
})

test('what holds a virus is refused, and is nowhere any more', async () => {
  const id = await added(Buffer.from(`%PDF-1.7 ${eicar}`))

  await scanAll(url)

  expect(await stateOf(id)).toBe('REFUSED')
  expect(await world.inspect('select from document_content where document_id = $1', [id])).toEqual([])
  expect(await world.inspect('select refused_as from document where id = $1', [id])).toEqual([
    { refused_as: 'Eicar-Test-Signature' },
  ])
})

test('while the scanner does not answer all waits, and nothing gets out', async () => {
  const id = await added(Buffer.from('%PDF-1.7 a letter'))

  await expect(scanAll('tcp://127.0.0.1:1')).rejects.toThrow()

  expect(await stateOf(id)).toBe('QUARANTINE')
  expect(await bytesOf(id)).toBeUndefined()
})

async function added(bytes: Buffer): Promise<string> {
  const file = await acceptFile(bytes, true)
  if ('problem' in file) throw new Error(file.problem)
  return world.database.change(worker, (change) =>
    addDocument(change, caseId, { part: 'notes', title: 'Letter', file }),
  )
}

const bytesOf = (id: string) => world.database.read(worker, (reading) => findBytes(reading, id))
const stateOf = async (id: string) => (await world.database.read(worker, (reading) => getDocument(reading, id))).state

function scanAll(scannerUrl: string): Promise<void> {
  const context = { database: world.database, actor: systemFor(worker.agencyId), actingFor: systemFor, log }
  return documentJobs(clamd(scannerUrl))['scan-documents']!(context, {})
}

/** A daemon that speaks ClamAV's INSTREAM and knows one virus. */
function aDaemon(): Server {
  return createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (part: Buffer) => {
      heard = Buffer.concat([heard, part])
      const content = contentOf(heard)
      if (content) socket.end(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
}

/** What the chunks hold together, once the empty one has come. */
function contentOf(heard: Buffer): Buffer | undefined {
  const chunks: Buffer[] = []
  for (let at = 'zINSTREAM\0'.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
