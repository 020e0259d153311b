import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site?.close()
  await world?.close()
})

const form = (more: Record<string, string>) => ({
  ...{ purpose: 'RESETTLEMENT', gateway: 'CDA-1998-115', reason: 'We plan his curfew checks with him.' },
  ...more,
})

test('a worker who asks about many is stopped, and every request is in the audit with its law', async () => {
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const codes: number[] = []

  for (let i = 0; i < 11; i++)
    codes.push((await site.post(police, '/case-requests', form({ identifier: `B${3000 + i}AA` }))).statusCode)

  expect(codes).toEqual([...Array(10).fill(303), 429])
  const audited = await world.inspect(
    `select from audit where account_id = $1 and action = 'search' and details->>'gateway' = 'CDA-1998-115'`,
    [police.userId],
  )
  expect(audited).toHaveLength(10)
})

test('what is not a number or says no reason is shown again with what was typed', async () => {
  const police = await world.aWorkerAt('Wexley Police', { kind: 'police' })
  const half = await site.post(police, '/case-requests', form({ identifier: 'Okafor', reason: 'short', gateway: '' }))

  expect(half.statusCode).toBe(422)
  for (const shown of ['value="Okafor"', 'Enter a number as it stands', 'Say why in 20 characters', 'Choose the law'])
    expect(half.body).toContain(shown)
})
