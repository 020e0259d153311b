import { postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import { listCoordinators, listManagers } from './queries.ts'
import { words } from './words.ts'

/** Mails the managers of an agency that something waits for them; no case facts, and nobody's name. */
export async function tellManagers(change: Change, agencyId: string, what: 'used'): Promise<void> {
  for (const to of await listManagers(change, agencyId)) await mail(change, to, what)
}

/** Mails those who coordinate the partnership that a review is late. */
export async function tellCoordinators(change: Change): Promise<void> {
  for (const to of await listCoordinators(change)) await mail(change, to, 'late')
}

async function mail(change: Change, to: Awaited<ReturnType<typeof listManagers>>[number], what: 'used' | 'late') {
  const say = words(to.locale)
  const text = { subject: say(`mail.${what}-subject`), body: say(`mail.${what}-body`, { name: to.name }) }
  await postMail(change, { to: to.email, accountId: to.id, locale: to.locale, ...text })
}
