import { areTextsSent, postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { daysOfInvitation, hashOf, newInvitationCode, shownCode } from './codes.ts'
import { memberOf, record } from './keep-family.ts'
import { insertInvitation } from './queries/beside.ts'
import { words } from './words.ts'

const msInDay = 86_400_000

export interface Invitation {
  /** Shown once and kept nowhere; undefined where it went by mail or text. */
  code: string | undefined
  name: string
  locale: 'en' | 'it' | 'nl'
}

/**
 * Makes a code with which somebody comes in once, within seven days; an older one no longer works. It goes by mail or text, or is
 * shown to be printed.
 *
 * @param address - of the page where it is typed.
 * @throws Refusal `family.not-open` for somebody who stopped or may not be in touch, or after the case or the life ended.
 */
export async function inviteMember(change: Change, caseId: string, id: string, address: string): Promise<Invitation> {
  const member = await memberOf(change, caseId, id)
  if (!member.isOpen) throw new Refusal('conflict', 'family.not-open')
  const code = newInvitationCode()
  const endsAt = new Date(change.now.getTime() + daysOfInvitation * msInDay)
  await insertInvitation(change, id, { hash: hashOf(code), endsAt })
  record(change, 'family.invited', member)
  const { name, way, locale, toAddress } = member
  const isSent = way === 'EMAIL' || (way === 'TEXT' && areTextsSent)
  if (isSent) {
    const say = words(locale)
    // Nothing of the person, not even a name: others may read over a shoulder.
    const body = say('mail.body', { address, code: shownCode(code), days: daysOfInvitation })
    await postMail(change, { to: toAddress, way, locale, subject: say('mail.subject'), body, familyMemberId: id })
  }
  return { code: isSent ? undefined : shownCode(code), name, locale }
}
