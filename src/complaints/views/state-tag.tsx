import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { StatusTag } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Complaint } from '../queries.ts'
import { words } from '../words.ts'

/** What a complaint waits for, and until when. */
export function StateTag({ page: { locale, now }, complaint }: { page: PageContext; complaint: Complaint }) {
  const say = words(locale)
  if (complaint.answeredAt) return <StatusTag tone="good">{say('state.answered')}</StatusTag>
  if (complaint.acknowledgedAt) return <StatusTag tone="accent">{say('state.acknowledged')}</StatusTag>
  const day = formatDay(locale, complaint.acknowledgeByOn, 'full')
  const isLate = complaint.acknowledgeByOn < dayAt(now)
  return <StatusTag tone={isLate ? 'bad' : 'warn'}>{say(isLate ? 'state.late' : 'state.waiting', { day })}</StatusTag>
}
