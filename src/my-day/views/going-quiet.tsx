import { formatDay } from '../../platform/dates.ts'
import { Cell, Link, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { MyDay } from '../my-day.ts'
import { words } from '../words.ts'

const parts = [
  'identity',
  'contact',
  'custody',
  'needs',
  'assessment',
  'plan',
  'referrals',
  'notes',
  'health',
  'family',
  'risk',
] as const

/** The worker's people about whom nobody has written for a while. */
export function GoingQuiet({ locale, day }: { locale: Locale; day: MyDay }) {
  const say = words(locale)
  const labels = { last: say('quiet.last'), days: say('quiet.days'), leaves: say('quiet.leaves') }
  const weeks = Math.round(day.quietAfterDays / 7)
  return (
    <Section id="h-quiet" title={say('quiet.title')} more={say('quiet.more', { weeks })}>
      {day.quiet.length === 0 && <p class="govuk-body">{say('quiet.none')}</p>}
      {day.quiet.length > 0 && (
        <Table
          caption={say('quiet.caption')}
          isCaptionHidden
          columns={[say('quiet.person'), labels.last, labels.days, labels.leaves].map((text) => ({ text }))}
        >
          {day.quiet.map((person) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/cases/${person.caseId}`}>
                  {person.name}
                </Link>
              </RowHead>
              <Cell label={labels.last}>{lastEntry(locale, person)}</Cell>
              <Cell label={labels.days} class="tl-num">
                {person.days}
              </Cell>
              <Cell label={labels.leaves} class="tl-date">
                {person.releaseOn ? formatDay(locale, person.releaseOn, 'full') : say('quiet.no-date')}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Section>
  )
}

function lastEntry(locale: Locale, { part, agency }: MyDay['quiet'][number]): string {
  const say = words(locale)
  if (!part) return say('quiet.never')
  const known = parts.find((each) => each === part)
  return say('quiet.entry', { part: say(known ? `part.${known}` : 'part.other'), agency: agency ?? '' })
}
