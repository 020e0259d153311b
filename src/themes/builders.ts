import type { Actor } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { log } from '../platform/log.ts'
import type { World } from '../platform/testing/world.ts'
import { themeJobs } from './jobs.ts'
import { callMeeting } from './keep-meeting.ts'
import { askAgencyIn, openTheme } from './keep-theme.ts'
import type { MeetingFields } from './queries/meetings.ts'

/** A theme that the lead's agency opened, in which others take part. @returns its id. */
export function aTheme(world: World, lead: Actor, ...others: Actor[]): Promise<string> {
  return world.database.change(lead, async (change) => {
    const fields = { title: 'Burglaries around Mill Street', area: 'Wexley, north', about: 'Sheds and bicycles.' }
    const id = await openTheme(change, fields)
    for (const { agencyId } of others) await askAgencyIn(change, id, agencyId)
    return id
  })
}

/** A meeting of it. @returns its id. */
export function aMeeting(
  world: World,
  actor: Actor,
  themeId: string,
  fields: Partial<MeetingFields> = {},
): Promise<string> {
  const plain = {
    heldOn: '2026-02-24',
    place: 'Town hall',
    agenda: 'Patrols',
    attended: '',
    minutes: '',
    decisions: '',
  }
  return world.database.change(actor, (change) => callMeeting(change, themeId, { ...plain, ...fields }))
}

/** The nightly job that carries out what two managers decided. */
export function aNight({ database }: World): Promise<void> {
  const actor = systemFor('00000000-0000-0000-0000-000000000000')
  return themeJobs['dispose-themes']!({ database, actor, actingFor: systemFor, log }, {})
}
