import { formatAt } from '../../platform/dates.ts'
import { type GlyphName, Link, Section, Status } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { ReminderOf } from '../queries/reminders.ts'
import { words } from '../words.ts'

interface Props {
  locale: Locale
  caseId: string
  reminders: readonly ReminderOf[]
}

/** What became of the reminders of one appointment; one that did not arrive asks for a call. */
export function ReminderLines({ locale, caseId, reminders }: Props) {
  const say = words(locale)
  return (
    <Section
      id="h-reminders"
      title={say('of.title')}
      more={<Link href={`/cases/${caseId}/reminders`}>{say('of.choose')}</Link>}
    >
      {reminders.length === 0 && <p class="govuk-body">{say('of.none')}</p>}
      <ul class="govuk-list">
        {reminders.map((reminder) => {
          const { state, at, glyph } = stateOf(reminder)
          return (
            <li>
              <Status glyph={glyph}>
                {say(`of.${state}`, { way: say(`way-short.${reminder.way}`), at: at ? formatAt(locale, at) : '' })}
              </Status>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function stateOf(reminder: ReminderOf): {
  state: 'cancelled' | 'failed' | 'arrived' | 'sent' | 'waits'
  at: Date | null
  glyph: GlyphName
} {
  const { cancelledAt, failedAt, arrivedAt, sentAt } = reminder
  if (cancelledAt) return { state: 'cancelled', at: cancelledAt, glyph: 'notreq' }
  if (failedAt) return { state: 'failed', at: failedAt, glyph: 'bad' }
  if (arrivedAt) return { state: 'arrived', at: arrivedAt, glyph: 'done' }
  if (sentAt) return { state: 'sent', at: sentAt, glyph: 'done' }
  return { state: 'waits', at: null, glyph: 'tight' }
}
