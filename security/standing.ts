import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres, urlAt } from '../src/platform/embedded-postgres.ts'
import { makeDatabase, prepareDatabase } from '../src/platform/find-database.ts'
import { inDatabase } from './in-database.ts'

/** A PostgreSQL that many runs of tests share, one after the other, with a database as the files of this tree make it. */
export interface Standing {
  folder: string
  socketFolder: string
  stop(): Promise<void>
}

const base = 'throughline_as_it_is'
const inMemory = '/dev/shm'
const isRoomy = existsSync(inMemory) && statfsSync(inMemory).bavail * statfsSync(inMemory).bsize > 1e9
const careless = ['fsync=off', 'full_page_writes=off', 'max_wal_size=64MB'] // it dies with the run

/** Makes it: all migrations run here, once, and not before each mistake. */
export async function standUp(): Promise<Standing> {
  const folder = mkdtempSync(join(isRoomy ? inMemory : tmpdir(), 'tests-'))
  const { socketFolder, stop } = await startPostgres(join(folder, 'postgres'), careless)
  await prepareDatabase(await makeDatabase(socketFolder, base), { DATA_DIR: folder })
  return {
    folder,
    socketFolder,
    async stop() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * What `src/platform/testing/postgres.ts` does for a run of its own: a template for the clones of the test files. It begins as the
 * database that stands and is then brought to the present as an installation is, by the files of the tree that is tested: where one
 * of them holds a mistake, every function and policy is made anew with it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, socketFolder } = JSON.parse(process.env['STANDING']!) as Standing
  const template = `throughline_template_${randomBytes(4).toString('hex')}`
  const administrator = urlAt(socketFolder, 'postgres', 'postgres')
  const asAdministrator = (statement: string) => inDatabase(administrator, (client) => client.query(statement))
  await asAdministrator(`create database ${template} template ${base} owner owner`)
  const { identityKey, ...urls } = await prepareDatabase(urlAt(socketFolder, 'owner', template), { DATA_DIR: folder })
  project.provide('urls', { administrator: urlAt(socketFolder, 'postgres', template), ...urls })
  project.provide('template', template)
  project.provide('identityKey', identityKey.toString('hex'))
  return async () => {
    await asAdministrator(`drop database if exists ${template} with (force)`)
  }
}
