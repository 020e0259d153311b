import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTheme } from './builders.ts'

let world: World
let site: Site
let police: Actor
let probation: Actor
let housing: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  police = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Nadia Shah' })
  probation = await world.aWorkerAt('Wexley Probation', { kind: 'probation', name: 'Sarah Bell' })
  housing = await world.aWorkerAt('Wexley Council', { kind: 'council' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const page = async (actor: Actor, url: string) => (await site.get(actor, url)).body
const status = async (actor: Actor, url: string) => (await site.get(actor, url)).statusCode
const send = async (actor: Actor, url: string, form: Record<string, string> = {}) =>
  (await site.post(actor, url, { formId: newId(), ...form })).statusCode
const linkOf = async (caseId: string) =>
  (await world.inspect<{ id: string }>('select id from theme_case where case_id = $1', [caseId]))[0]!.id

test('a theme is there for the agencies that take part, and for nobody else', async () => {
  const opened = await site.post(police, '/themes', { formId: newId(), title: 'Football violence', area: 'Stadium' })
  const url = String(opened.headers.location).split('?')[0]!
  const before = await status(probation, url)
  await send(police, `${url}/agencies`, { agencyId: probation.agencyId })

  expect(before).toBe(404)
  expect(await page(probation, '/themes')).toContain('Football violence')
  expect(await page(probation, url)).toContain('Led by Wexley Police')
  expect(await status(housing, url)).toBe(404)
  expect(await page(housing, '/themes')).not.toContain('Football violence')
  expect(await send(probation, `${url}/agencies`, { agencyId: housing.agencyId })).toBe(403)
  expect(await send(police, `${url}/agencies`, { agencyId: probation.agencyId })).toBe(409)

  expect(await send(probation, `${url}/agencies/${probation.agencyId}/leaving`)).toBe(303)
  expect(await status(probation, url)).toBe(404)
})

test('who works with no case sees no theme of their agency', async () => {
  const id = await aTheme(world, police)
  const [mentor, auditor] = await Promise.all(
    ['MENTOR', 'AUDITOR'].map(async (role) => ({
      ...(await world.aColleagueOf(police, { roles: [role] })),
      audiences: [],
    })),
  )
  const themesOf = (actor: Actor) => world.database.read(actor, ({ db }) => sql`select id from theme`.execute(db))

  expect((await themesOf(auditor!)).rows).toEqual([])
  await expect(themesOf(mentor!)).rejects.toThrow(/permission denied/)
  expect(await status(police, `/themes/${id}`)).toBe(200)
})

test('a linked case is seen by whoever sees that person’s risk, and by nobody else who takes part', async () => {
  const themeId = await aTheme(world, police, probation, housing)
  const danny = await aCase(world, probation, { givenName: 'Danny', familyName: 'Okafor' })

  const found = await page(probation, `/themes/${themeId}/cases/new?q=Danny+Okafor`)
  const linked = await send(probation, `/themes/${themeId}/cases`, { caseId: danny.id, why: 'Seen there twice' })

  expect(found).toContain('Danny Okafor')
  expect(linked).toBe(303)
  expect(await page(probation, `/themes/${themeId}`)).toContain('Seen there twice')
  for (const other of [police, housing]) {
    const body = await page(other, `/themes/${themeId}`)
    expect(body).not.toContain('Okafor')
    expect(body).toContain('No case that you may see is linked')
    expect(await send(other, `/themes/${themeId}/cases/${await linkOf(danny.id)}/parting`)).toBe(404)
    expect(await page(other, `/themes/${themeId}/cases/new?q=Danny+Okafor`)).not.toContain(danny.id)
  }
  expect(await send(police, `/themes/${themeId}/cases`, { caseId: danny.id, why: 'By its id' })).toBe(409)
  expect(await send(probation, `/themes/${themeId}/cases`, { caseId: danny.id, why: 'Again' })).toBe(409)
  const looks = await world.inspect(
    `select case_ids, field_groups from audit where account_id = $1 and details->>'themeId' = $2 and action = 'consult'`,
    [probation.userId, themeId],
  )
  expect(looks).toContainEqual({ case_ids: [danny.id], field_groups: ['identity', 'risk'] })

  await send(probation, `/themes/${themeId}/cases/${await linkOf(danny.id)}/parting`)
  expect(await page(probation, `/themes/${themeId}`)).not.toContain('Okafor')
})

test('a restricted record and a barred worker are kept out of a theme that holds the case', async () => {
  const themeId = await aTheme(world, probation)
  const colleague = await world.aColleagueOf(probation)
  const [danny, leyla] = [
    await aCase(world, probation, { familyName: 'Restricted' }),
    await aCase(world, probation, { familyName: 'Barred' }),
  ]
  for (const { id } of [danny, leyla])
    await send(probation, `/themes/${themeId}/cases`, { caseId: id, why: 'Seen there' })
  for (const { id } of [danny, leyla]) {
    await world.inspect(
      `insert into case_party (case_id, agency_id, account_id, relationship, role, since_on, owner_agency_id)
       values ($1, $2, $3, 'ALLOCATED', 'COMMUNITY_OFFENDER_MANAGER', '2026-02-01', $2)`,
      [id, colleague.agencyId, colleague.userId],
    )
  }
  const before = await page(colleague, `/themes/${themeId}`)

  await world.inspect(
    `insert into restricted_record (person_id, reason, made_by, made_at, owner_agency_id) values ($1, 'A victim of his works in this office', $2, now(), $3)`,
    [danny.personId, probation.userId, probation.agencyId],
  )
  await world.inspect(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'My cousin')`, [
    ...[colleague.userId, leyla.personId],
  ])
  const after = await page(colleague, `/themes/${themeId}`)

  expect(before).toContain('Restricted')
  expect(before).toContain('Barred')
  expect(after).not.toMatch(/Restricted|Barred/)
  const rows = await world.database.read(colleague, ({ db }) => sql`select id from theme_case`.execute(db))
  expect(rows.rows).toEqual([])
})

test('what a theme says of a person is in the copy that they ask for', async () => {
  const themeId = await aTheme(world, probation)
  const danny = await aCase(world, probation)
  await send(probation, `/themes/${themeId}/cases`, { caseId: danny.id, why: 'Seen there twice' })

  const held = await world.inspect<{ body: { words: string } }>(`select * from private.held_by_themes($1)`, [
    danny.personId,
  ])

  expect(JSON.stringify(held)).toContain('Seen there twice')
})
