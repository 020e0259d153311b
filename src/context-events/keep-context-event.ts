import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ContextEvent } from './event-kinds.ts'
import { insertContextEvent, updateContextEventWithdrawn } from './queries/context-events.ts'

/** Puts an event on the time axis of every chart. @returns its id. @throws Refusal `context-event.coordinators-only` */
export async function addContextEvent(change: Change, event: Omit<ContextEvent, 'id'>): Promise<string> {
  mustCoordinate(change)
  const id = await insertContextEvent(change, event)
  change.record({
    name: 'context-event.added',
    subjectId: id,
    fieldGroup: 'administration',
    details: { kind: event.kind },
  })
  return id
}

/** Takes one back that was wrong. @throws Refusal `context-event.not-found`, `context-event.coordinators-only` */
export async function withdrawContextEvent(change: Change, id: string): Promise<void> {
  mustCoordinate(change)
  if (!(await updateContextEventWithdrawn(change, id))) throw new Refusal('not found', 'context-event.not-found')
  change.record({ name: 'context-event.withdrawn', subjectId: id, fieldGroup: 'administration' })
}

function mustCoordinate({ actor }: Change): void {
  if (!actor.roles.includes('COORDINATOR')) throw new Refusal('not allowed', 'context-event.coordinators-only')
}
