import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { type GlyphName, type Step as Line, Status, StatusTag } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Attendance } from '../attendances.ts'
import type { Appointment } from '../queries/appointments.ts'
import { words } from '../words.ts'

const glyphs: Record<Attendance, GlyphName> = {
  ATTENDED: 'done',
  LATE: 'tight',
  ABSENT_ACCEPTABLE: 'decl',
  ABSENT_UNACCEPTABLE: 'bad',
  DID_NOT_HAPPEN: 'notreq',
}

/** An appointment in a list: when, what, with whom, where, what to bring; afterwards how it went. */
export function appointmentLine(appointment: Appointment, locale: Locale, { isPast }: { isPast: boolean }): Line {
  const say = words(locale)
  const { id, startsAt, title, attendance, cancelledAt } = appointment
  const mustSay = isPast && !attendance && !cancelledAt
  return {
    when: formatDay(locale, dayAt(startsAt), 'brief'),
    whenNote: formatTime(locale, startsAt),
    title,
    href: `/appointments/${id}`,
    text: <Lines appointment={appointment} locale={locale} isPast={isPast} />,
    action: mustSay ? { href: `/appointments/${id}#h-how`, text: say('line.say-how'), hiddenText: title } : undefined,
  }
}

function Lines({ appointment, locale, isPast }: { appointment: Appointment; locale: Locale; isPast: boolean }) {
  const say = words(locale)
  const { place, bring, isAtSameTime, cancelledAt, attendance } = appointment
  const who = whoText(appointment, locale)
  return (
    <>
      {[who && say('line.with', { who }), place && say('line.place', { place })].filter(Boolean).join('. ')}
      {bring && !isPast && (
        <>
          <br />
          {say('line.bring', { bring })}
        </>
      )}{' '}
      {cancelledAt && <StatusTag>{say('line.cancelled')}</StatusTag>}
      {isAtSameTime && !isPast && <StatusTag tone="warn">{say('line.same-time')}</StatusTag>}
      {attendance && <HowItWent appointment={appointment} locale={locale} />}
    </>
  )
}

export function HowItWent({ appointment, locale }: { appointment: Appointment; locale: Locale }) {
  const say = words(locale)
  const { attendance, attendanceReason } = appointment
  if (!attendance) return <span>{say('line.not-said')}</span>
  const went = say(`attendance.${attendance}`)
  return <Status glyph={glyphs[attendance]}>{attendanceReason ? `${went}. ${attendanceReason}` : went}</Status>
}

/** Whom it is with: the worker and agency, either alone, or ''. */
export function whoText({ withName, withAgencyName }: Appointment, locale: Locale): string {
  if (withName && withAgencyName) return words(locale)('line.with-agency', { name: withName, agency: withAgencyName })
  return withName || withAgencyName || ''
}
