import { tellAccount } from '../alerts/index.ts'
import { postMail } from '../messages/index.ts'
import { config } from '../platform/config.ts'
import type { Change } from '../platform/database.ts'
import { getPostal, type Transfer } from './queries.ts'
import { words } from './words.ts'

// A mail names nobody and says nothing of the case: it leads to the page.

/** Mails the agency that is asked to take a case over. */
export async function tellTaker(
  change: Change,
  agencyId: string,
  what: 'proposed' | 'chased' | 'cancelled',
  id: string,
): Promise<void> {
  const { agencyEmail, agencyLocale } = await getPostal(change, agencyId, change.actor.userId)
  if (!agencyEmail) return
  const say = words(agencyLocale)
  const body = say(`mail.${what}`, { link: linkTo(id) })
  await postMail(change, { to: agencyEmail, locale: agencyLocale, subject: say('mail.subject'), body })
}

/** Tells who proposed it what became of it, by mail too: with a yes they may see the case no more. */
export async function tellSender(
  change: Change,
  transfer: Transfer,
  what: 'accepted' | 'declined' | 'expired',
): Promise<void> {
  const { id, caseId, fromAccountId: accountId } = transfer
  await tellAccount(change, accountId, { caseId, name: `transfer.${what}`, subjectId: id })
  const { accountEmail, accountLocale } = await getPostal(change, transfer.fromAgencyId, accountId)
  if (!accountEmail) return
  const say = words(accountLocale)
  const body = say(`mail.${what}`, { link: linkTo(id) })
  await postMail(change, { to: accountEmail, accountId, locale: accountLocale, subject: say('mail.subject'), body })
}

const publicUrl = () => config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}` // a job has no request to ask
const linkTo = (id: string) => `${publicUrl()}/transfers/${id}`
