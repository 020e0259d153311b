import type { Change } from '../platform/database.ts'
import { changeNeed } from './change-need.ts'
import { markFirstService } from './queries/first-service.ts'
import { getNeed } from './queries/needs.ts'

/**
 * Notes that a service for a need has begun: the need is then in progress, and says when it first was served. Does nothing
 * to a need that the actor may not see, such as one that a restricted answer raised.
 */
export async function beginService(change: Change, needId: string): Promise<void> {
  const isSeen = await markFirstService(change, needId)
  if (!isSeen) return
  const need = await getNeed(change, needId)
  if (need.status === 'NOT_STARTED') await changeNeed(change, needId, need.version, { ...need, status: 'IN_PROGRESS' })
}
