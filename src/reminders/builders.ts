import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { chooseReminders } from './choose-reminders.ts'
import type { ReminderChoice } from './queries/choices.ts'

/** How the person of a case wants to be reminded, kept the way the site keeps it: by text, in English, a day before. */
export function aChoice(
  world: World,
  actor: Actor,
  caseId: string,
  choice: Partial<ReminderChoice> = {},
  version = 0,
): Promise<void> {
  const usual = { way: 'TEXT', to: '07700900123', locale: 'en', hoursBefore: 24, namesAgency: false } as const
  return world.database.change(actor, (change) => chooseReminders(change, caseId, version, { ...usual, ...choice }))
}
