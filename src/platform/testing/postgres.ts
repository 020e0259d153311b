import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { config } from '../config.ts'
import { startPostgres } from '../embedded-postgres.ts'
import { makeDatabase, prepareDatabase } from '../find-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Urls of the template; a world's own differ in the database's name alone. */
    urls: {
      administrator: string
      owner: string
      app: string
      worker: string
      person: string
      family: string
      mentor: string
      readonly: string
      auditor: string
      backup: string
    }
    template: string
    identityKey: string
  }
}

const inMemory = '/dev/shm' // a clone takes 15 ms there and up to 350 ms on a disk
const isRoomy = existsSync(inMemory) && statfsSync(inMemory).bavail * statfsSync(inMemory).bsize > 1e9
const careless = ['fsync=off', 'full_page_writes=off', 'max_wal_size=64MB'] // it dies with the run

const teardowns: (() => Promise<void>)[] = []

/** One PostgreSQL for a whole run (our own, or that of DATABASE_URL), with a template that every test file clones. */
export async function setup(project: TestProject): Promise<void> {
  const folder = mkdtempSync(join(isRoomy ? inMemory : tmpdir(), 'tests-'))
  const template = `throughline_template_${randomBytes(4).toString('hex')}`
  const { administrator, owner } = await findCluster(folder, template)
  const { identityKey, ...urls } = await prepareDatabase(owner, { DATA_DIR: folder })
  project.provide('urls', { administrator, ...urls })
  project.provide('template', template)
  project.provide('identityKey', identityKey.toString('hex'))
  teardowns.push(async () => rmSync(folder, { recursive: true, force: true }))
}

export async function teardown(): Promise<void> {
  for (const each of teardowns) await each()
}

async function findCluster(folder: string, template: string): Promise<{ administrator: string; owner: string }> {
  if (!config.DATABASE_URL) {
    const { socketFolder, stop } = await startPostgres(join(folder, 'postgres'), careless)
    teardowns.push(stop)
    const owner = await makeDatabase(socketFolder, template)
    const administrator = new URL(owner)
    administrator.username = 'postgres'
    return { administrator: administrator.href, owner }
  }
  const base = config.DATABASE_URL
  await run(base, `create database ${template}`)
  teardowns.push(() => dropAll(base, template))
  const owner = new URL(base)
  owner.pathname = template
  return { administrator: owner.href, owner: owner.href }
}

/** The template, its logins, and what a killed test file left of its clones. */
async function dropAll(base: string, template: string): Promise<void> {
  const names = await run(base, `select datname as name from pg_database where datname like '${template}%'`)
  for (const { name } of names) await run(base, `drop database if exists ${name} with (force)`)
  const suffix = `left(md5('${template}'), 8)`
  const logins = await run(
    base,
    `select rolname as name from pg_roles where rolname ~ '^(throughline|portal)_' and rolname like '%' || ${suffix}`,
  )
  for (const { name } of logins) await run(base, `drop role ${name}`)
}

async function run(url: string, sql: string): Promise<{ name: string }[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
