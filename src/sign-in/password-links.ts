import { postMail } from '../messages/index.ts'
import type { Actor, Change, Database } from '../platform/database.ts'
import { systemFor } from '../platform/jobs.ts'
import { publicUrl } from './addresses.ts'
import { insertPasswordLink } from './queries/links.ts'
import { type Addressee, findAddressee } from './queries/passwords.ts'
import { hashToken, newToken } from './tokens.ts'
import { words } from './words.ts'

const hour = 3_600_000
const forgottenLivesFor = hour
const invitationLivesFor = 7 * 24 * hour

/** Invites somebody who has an account and no password yet, by mail. An older link stops working. */
export async function sendInvitation(change: Change, to: Addressee & { agencyName: string }): Promise<void> {
  const say = words(to.locale)
  const link = await makeLink(change, to.id, invitationLivesFor)
  await postMail(change, {
    to: to.email,
    accountId: to.id,
    locale: to.locale,
    subject: say('mail.invitation.subject'),
    body: say('mail.invitation.body', { name: to.name, agency: to.agencyName, link }),
  })
}

/** Mails a link for a new password to who has this address; nobody hears whether anybody has. It lives for one hour. */
export async function sendForgottenLink(database: Database, system: Actor, email: string): Promise<void> {
  const to = await database.read(system, (reading) => findAddressee(reading, email))
  if (!to) return
  await database.change(systemFor(to.agencyId), async (change) => {
    const say = words(to.locale)
    const link = await makeLink(change, to.id, forgottenLivesFor)
    await postMail(change, {
      to: to.email,
      accountId: to.id,
      locale: to.locale,
      subject: say('mail.forgotten.subject'),
      body: say('mail.forgotten.body', { name: to.name, link }),
    })
    change.record({ name: 'password.link-sent', subjectId: to.id, fieldGroup: 'administration' })
  })
}

/** A link that is not kept yet: what to keep, and what to give away. */
export function newPasswordLink(): { tokenHash: Buffer; link: string } {
  const token = newToken()
  return { tokenHash: hashToken(token), link: `${publicUrl()}/sign-in/new-password/${token}` }
}

async function makeLink(change: Change, accountId: string, livesFor: number): Promise<string> {
  const { tokenHash, link } = newPasswordLink()
  await insertPasswordLink(change, accountId, tokenHash, new Date(change.now.getTime() + livesFor))
  return link
}
