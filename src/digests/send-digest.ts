import { postMail } from '../messages/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import { config } from '../platform/config.ts'
import type { Change } from '../platform/database.ts'
import { type Due, insertDigest } from './queries.ts'
import { words } from './words.ts'

/** What news is counted under, by the first word of what happened; the rest is "other". */
export const groups = [
  'answers',
  'people',
  'given',
  'appointments',
  'dates',
  'own-words',
  'waiting',
  'plans',
  'other',
] as const
type Group = (typeof groups)[number]

const groupOf: Record<string, Group> = {
  ...{ referral: 'answers', case: 'people', handover: 'people', step: 'given', need: 'given' },
  ...{ appointment: 'appointments', 'release-date': 'dates', movement: 'dates', 'own-door': 'own-words' },
  ...{ transfer: 'waiting', 'case-request': 'waiting', export: 'waiting', 'smart-action': 'plans' },
}

/**
 * Mails one account that there is news: how much of each kind, and where it stands. No name and no fact of a case. Once for a day,
 * whoever runs at the same moment.
 *
 * @returns whether it was sent now.
 */
export async function sendDigest(change: Change, { accountId, email: to, locale, kinds }: Due): Promise<boolean> {
  const counts = countGroups(kinds)
  const news = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (!(await insertDigest(change, accountId, dayAt(change.now), news))) return false

  const say = words(locale)
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  const lines = groups.flatMap((group) => {
    const count = counts.get(group)
    return count ? [`- ${say(`group.${group}`, { count })}`] : []
  })
  const body = [
    say('mail.lead'),
    '',
    ...lines,
    '',
    say('mail.where', { link: `${publicUrl}/alerts` }),
    say('mail.change', { link: `${publicUrl}/account/news` }),
  ].join('\n')
  await postMail(change, { to, accountId, locale, subject: say('mail.subject', { count: news }), body })
  change.record({ name: 'digest.sent', subjectId: accountId, fieldGroup: 'administration', details: { news } })
  return true
}

function countGroups(kinds: Due['kinds']): Map<Group, number> {
  const counts = new Map<Group, number>()
  for (const [kind, count] of Object.entries(kinds)) {
    const group = groupOf[kind] ?? 'other'
    counts.set(group, (counts.get(group) ?? 0) + count)
  }
  return counts
}
