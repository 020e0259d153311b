import { importPeople } from '../imports/index.ts'
import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'

let number = 1000

/** A person on a prison's list: surname, day of release, wing. */
export type OnList = readonly [surname: string, releaseOn: string, wing: string]

/** Puts people on the list of the actor's prison: Sam, with a number of their own. */
export async function peopleOnWings(world: World, prison: Actor, people: readonly OnList[]): Promise<void> {
  const rows = people.map(
    ([surname, releaseOn, wing]) => `A${number++}WG,${surname},Sam,04/05/1991,${releaseOn},${wing}1-01`,
  )
  const bytes = Buffer.from(['Prison number,Surname,First name,DOB,CRD,Location', ...rows].join('\n'))
  const imported = await world.database.change(prison, (change) => importPeople(change, { name: 'list.csv', bytes }))
  if ('problem' in imported || imported.errors.length > 0) throw new Error(JSON.stringify(imported))
}
