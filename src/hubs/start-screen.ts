import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { getHub } from './queries/hubs.ts'
import { insertScreen, type ScreenKind, updateScreenEnded } from './queries/screens.ts'
import { hashOf, minutesOfCode, newScreenCode } from './screen-codes.ts'

const msInMinute = 60_000
const minutesOfScreen = 14 * 60 // a long day, and never into the next

/** Lets a browser become a kiosk or a wall screen of a hub until tonight. @returns the code, told once. @throws Refusal `hub.not-found` */
export async function startScreen(change: Change, hubId: string, kind: ScreenKind): Promise<string> {
  const hub = await getHub(change, hubId)
  const code = newScreenCode()
  const id = newId()
  const inMinutes = (count: number) => new Date(change.now.getTime() + count * msInMinute)
  await insertScreen(change, hub.id, {
    ...{ id, kind, codeHash: hashOf(code) },
    ...{ codeEndsAt: inMinutes(minutesOfCode), endsAt: inMinutes(minutesOfScreen) },
  })
  change.record({ name: 'hub.screen-started', subjectId: id, fieldGroup: 'administration', details: { kind } })
  return code
}

/** @throws Refusal `hub.not-found` */
export async function endScreen(change: Change, hubId: string, id: string): Promise<void> {
  const hub = await getHub(change, hubId)
  if (!(await updateScreenEnded(change, hub.id, id))) throw new Refusal('not found', 'hub.not-found')
  change.record({ name: 'hub.screen-ended', subjectId: id, fieldGroup: 'administration' })
}
