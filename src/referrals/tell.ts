import { tellAccount } from '../alerts/index.ts'
import { postMail } from '../messages/index.ts'
import type { Change } from '../platform/database.ts'
import { makeLink } from './answer-link.ts'
import type { Referral } from './queries/referrals.ts'
import { getPostalAddresses } from './queries/tell.ts'
import { referralUrl } from './site-address.ts'
import { words } from './words.ts'

type ToReceiver = 'sent' | 'chased' | 'replied' | 'withdrawn'
type ToSender = 'accepted' | 'declined' | 'asked' | 'started' | 'completed' | 'ended-early' | 'chased' | 'expired'

const mailed: readonly ToSender[] = ['accepted', 'declined', 'asked', 'ended-early', 'expired']

/** Tells the agency by mail that something waits in its inbox; a provider without an account gets a new signed link. */
export async function tellReceiver(
  change: Change,
  referral: Pick<Referral, 'id' | 'toAgencyId' | 'providerEmail'>,
  what: ToReceiver,
): Promise<void> {
  const { agencyEmail, partnershipLocale } = await getPostalAddresses(change, { agencyId: referral.toAgencyId })
  const say = words(partnershipLocale)
  if (referral.toAgencyId === null) {
    if (what !== 'sent' && what !== 'chased') return
    if (referral.providerEmail === '') return
    const link = await makeLink(change, referral.id)
    const mail = { subject: say('mail.link-subject'), body: say('mail.link-body', { link }) }
    return postMail(change, { to: referral.providerEmail, locale: partnershipLocale, ...mail })
  }
  if (!agencyEmail) return
  const body = say(`mail.${what}`, { link: referralUrl(referral.id) })
  await postMail(change, { to: agencyEmail, locale: partnershipLocale, subject: say('mail.subject'), body })
}

/** Tells who sent a referral what became of it: on their page, and by mail where they have to do something. */
export async function tellSender(change: Change, referral: Referral, what: ToSender): Promise<void> {
  await tellAccount(change, referral.fromAccountId, {
    caseId: referral.caseId,
    name: `referral.${what}`,
    subjectId: referral.id,
    fieldGroup: 'referrals',
    details: { pathway: referral.pathway, serviceId: referral.serviceId },
  })
  if (!mailed.includes(what) || referral.fromAccountId === change.actor.userId) return
  const { accountEmail, accountLocale } = await getPostalAddresses(change, { accountId: referral.fromAccountId })
  if (!accountEmail) return
  const say = words(accountLocale)
  await postMail(change, {
    to: accountEmail,
    accountId: referral.fromAccountId,
    locale: accountLocale,
    subject: say('mail.subject'),
    body: say('mail.news', { link: referralUrl(referral.id) }),
  })
}
