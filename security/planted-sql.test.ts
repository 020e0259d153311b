import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { type Cast, gather } from './cast.ts'
import { type Planted, plant } from './planted.ts'
import { isQuick, wantedBugs } from './planted-bugs.ts'
import { plantLater } from './planted-later.ts'
import { findUnexpected } from './table-cells.ts'

// Mistakes in what the database alone keeps: each is put into a database that stands, and the table's matrix must see it. A run
// of the whole matrix for each would take a quarter of an hour.

let world: World
let planted: Planted
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  planted = await plant(world, await world.aWorkerAt('Author', { kind: 'prison' }))
  cast = await gather(world, planted)
  await plantLater(world, planted, cast)
})
afterAll(() => world.close())

test('what is planted into a database that stands is found, one after the other', async () => {
  expect(await findUnexpected(world, cast, planted)).toEqual([])

  for (const { what, file, find, put } of wantedBugs(process.env['PLANT'] ?? '').filter(isQuick)) {
    const text = readFileSync(file, 'utf8')
    const mistaken = text.replace(find, put)
    if (mistaken === text) throw new Error(`"${what}" finds nothing to change in ${file}.`)
    await replace(text, mistaken)
    const found = await findUnexpected(world, cast, planted, 'first', tablesOf(mistaken, text))
    await replace(mistaken, text)
    console.log(found.length > 0 ? `caught  ${what}: ${found[0]}` : `unseen  ${what}`)
  }

  expect(await findUnexpected(world, cast, planted)).toEqual([])
})

/** A file of policies or functions in place of what stands, with the policies and grants that only the other has gone. */
async function replace(before: string, text: string): Promise<void> {
  const dropped = [before, text]
    .flatMap((each) => [...each.matchAll(policy)])
    .map(([, name, table]) => `drop policy if exists ${name} on ${table};`)
  const revoked = [...before.replaceAll(/--.*$/gm, '').matchAll(/\bgrant ([^;]+?) on ([^;]+?) to ([^;]+);/g)]
    .filter(([granted]) => !text.includes(granted))
    .map(([, rights, what, whom]) => `revoke ${rights} on ${what} from ${whom};`)
  await world.inspect(`begin; ${[...dropped, ...revoked].join('\n')}\n${text}\n; commit`)
}

const policy = /^create policy (\w+) on (\w+)[^;]*;/gm

/** The tables whose policies are mistaken: their cells are asked first. */
function tablesOf(mistaken: string, text: string): string[] {
  const changed = [...mistaken.matchAll(policy)].filter(([whole]) => !text.includes(whole))
  return changed.map(([, , table]) => table!)
}
