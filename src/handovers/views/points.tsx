import { formatDay } from '../../platform/dates.ts'
import { Link, PlainList } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Handover, Point } from '../queries/handovers.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  handover: Handover
  points: readonly Point[]
  person: string
  /** Each leads to its step of the plan. */
  isLinked?: boolean
}

/** What was agreed: what, who does it, by when. */
export function Points({ page: { locale }, handover, points, person, isLinked }: Props) {
  const say = words(locale)
  if (points.length === 0) return <p class="govuk-body">{say('points.none')}</p>
  const names = { PERSON: person, SENDER: handover.fromName, RECEIVER: handover.toName }
  return (
    <PlainList>
      {points.map((point) => (
        <li>
          {isLinked && point.stepId ? <Link href={`/steps/${point.stepId}`}>{point.words}</Link> : point.words}{' '}
          <span class="tl-quiet">
            {point.dueOn
              ? say('points.by', { name: names[point.who], day: formatDay(locale, point.dueOn, 'full') })
              : names[point.who]}
          </span>
        </li>
      ))}
    </PlainList>
  )
}
