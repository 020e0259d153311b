import { pathwayLabel, statusLabel, workerRoleLabel } from '../agencies/index.ts'
import { isDay } from '../platform/calendar-day.ts'
import { formatAt, formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import { declineLabel } from '../referrals/index.ts'
import type { HappenedEvent } from './queries/timeline.ts'
import { words } from './words.ts'

/** What an event says on the timeline: a title, and a line where there is more to say. Codes become words here. */
export function entryWords(locale: Locale, { name, details, about }: HappenedEvent): { title: string; text?: string } {
  const say = words(locale)
  const text = (key: string) => (typeof details[key] === 'string' ? details[key] : '')
  const title = about?.title ?? undefined
  const service = title ?? say('e.a-service')
  const person = about?.name ?? ''
  switch (name) {
    case 'case.worker-named': {
      const days = Number(details['daysWithout'] ?? 0)
      const named = say('e.case.worker-named', { name: person, role: roleOf(locale, text('role')) })
      return days > 0 ? { title: named, text: say('e.case.worker-named-text', { days }) } : { title: named }
    }
    case 'case.worker-ended':
    case 'case.handed-over':
      return { title: say(`e.${name}`, { name: person, role: roleOf(locale, text('role')) }) }
    case 'case.agency-changed':
      return {
        title: say(`e.${name}`),
        text: say('e.case.agency-changed-text', { from: text('from'), to: text('to') }),
      }
    case 'case.supervision-added':
      return { title: say(`e.${name}`, { name: person }) }
    case 'release-date.moved':
      return { title: say(`e.${name}`), ...movedText(locale, text('from'), text('to')) }
    case 'movement.recorded':
      return { title: say(`e.${name}`, { kind: text('kind') }) }
    case 'key-work.not-held':
    case 'supervisor-contact.logged':
      return { title: say(`e.${name}`, { kind: text('kind') }) }
    case 'induction.recorded':
      return { title: say(`e.${name}`, { outcome: text('outcome') }) }
    case 'pathway.status-changed': {
      const status = statusLabel(locale, text('to') || text('status'))
      return { title: say(`e.${name}`, { pathway: pathwayLabel(locale, text('pathway')), status }) }
    }
    case 'need.status-changed':
      return { title: say(`e.${name}`, { status: said(locale, 'need-status', text('to')) }), ...line(title) }
    case 'goal.status-changed':
      return { title: say(`e.${name}`, { status: said(locale, 'goal-status', text('to')) }), ...line(title) }
    case 'plan.reviewed':
      return { title: say(`e.${name}`), ...line(said(locale, 'review', text('agreement'))) }
    case 'step.status-changed': {
      const reason = about?.reason ? `${title}. ${about.reason}` : title
      return { title: say(`e.${name}`, { status: said(locale, 'step-status', text('to')) }), ...line(reason) }
    }
    case 'appointment.attendance-recorded':
      return { title: say(`e.${name}`, { went: said(locale, 'went', text('attendance')) }), ...line(title) }
    case 'appointment.booked':
    case 'appointment.changed':
    case 'appointment.cancelled': {
      const at = about?.at ? formatAt(locale, new Date(about.at), 'brief') : ''
      return { title: say(`e.${name}`), ...line([title, at].filter(Boolean).join(', ')) }
    }
    case 'referral.declined':
      return { title: say(`e.${name}`, { service }), ...line(declineLabel(locale, about?.reason ?? null)) }
    default:
      return name.startsWith('referral.')
        ? { title: say(`e.${name}`, { service }) }
        : { title: say(`e.${name}`), ...line(title) }
  }
}

const line = (text: string | undefined) => (text ? { text } : {})
const roleOf = (locale: Locale, role: string) => workerRoleLabel(locale, role).toLocaleLowerCase(locale)

function movedText(locale: Locale, from: string, to: string) {
  if (!isDay(from) || !isDay(to)) return {}
  const [fromDay, toDay] = [formatDay(locale, from), formatDay(locale, to)]
  return { text: words(locale)('e.release-date.from-to', { from: fromDay, to: toDay }) }
}

/** A code in words; what is no code of ours stands as it is. */
function said(
  locale: Locale,
  kind: 'need-status' | 'step-status' | 'goal-status' | 'review' | 'went',
  code: string,
): string {
  const key = `${kind}.${code}`
  try {
    return words(locale)(key as 'went.LATE')
  } catch {
    return code
  }
}
