import type { CaseFrame } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { Note } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { Clash } from '../queries/clashes.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  clashes: readonly Clash[]
}

/** What an appointment would run into, one line each. The worker decides. */
export function ClashNote({ page, frame, clashes }: Props) {
  if (clashes.length === 0) return null
  const say = words(page.locale)
  return (
    <Note title={say('clash.title')} tone="warn">
      <ul class="govuk-list govuk-list--bullet">
        {clashes.map((clash) => (
          <li>{clashText(page.locale, frame.calledName, clash)}</li>
        ))}
      </ul>
      <p>{say('clash.text')}</p>
    </Note>
  )
}

function clashText(locale: Locale, name: string, clash: Clash): string {
  const say = words(locale)
  const day = formatDay(locale, dayAt(clash.startsAt), 'brief')
  const time = formatTime(locale, clash.startsAt)
  if (clash.kind === 'PERSON') return say('clash.PERSON', { name, title: clash.title, day, time })
  if (clash.kind === 'TRAVEL_FROM' || clash.kind === 'TRAVEL_TO') {
    const { title, place, minutes } = clash
    return say(`clash.${clash.kind}`, { title, place, minutes, time })
  }
  return say(`clash.${clash.kind}`, { name, day, time })
}
