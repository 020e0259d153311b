import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { StatusTag } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { fieldLabel, valueText } from '../labels.ts'
import type { Item } from '../queries/items.ts'
import { type Mark, redact } from '../redact.ts'
import type { RequestState } from '../states.ts'
import { isLate, lastDayOf, type SubjectRequest, stateOf } from '../subject-request.ts'
import { words } from '../words.ts'

const tones = {
  NOT_PROVED: 'warn',
  ASKED_BACK: 'warn',
  DECIDING: 'accent',
  ANSWERED: 'good',
  READY: 'warn',
  GIVEN: 'good',
  WITHDRAWN: undefined,
} as const satisfies Record<RequestState, string | undefined>

export function StateTag({ locale, request }: { locale: Locale; request: SubjectRequest }) {
  const state = stateOf(request)
  return <StatusTag tone={tones[state]}>{words(locale)(`state.${state}`)}</StatusTag>
}

/** The last day, and whether it has passed. */
export function LastDay({ locale, request, now }: { locale: Locale; request: SubjectRequest; now: Date }) {
  const say = words(locale)
  const day = lastDayOf(request)
  if (!day) {
    const state = stateOf(request)
    if (state === 'NOT_PROVED') return <>{say('request.no-clock')}</>
    return state === 'ASKED_BACK' ? say('request.stands') : <>–</>
  }
  return (
    <>
      {formatDay(locale, day)} {isLate(request, dayAt(now)) && <StatusTag tone="bad">{say('list.late')}</StatusTag>}
    </>
  )
}

/** An item as it goes out: what was taken out says so. Without marks it is the whole of it. */
export function Saying({
  locale,
  item,
  marks = [],
}: {
  locale: Locale
  item: Pick<Item, 'fields'>
  marks?: readonly Mark[]
}) {
  const say = words(locale)
  return (
    <>
      {redact(item.fields ?? [], marks).map(({ name, pieces }) => (
        <p class="govuk-body">
          <b>{fieldLabel(locale, name)}:</b>{' '}
          {pieces.map((piece) =>
            piece === null ? (
              <StatusTag>{say('copy.removed')}</StatusTag>
            ) : pieces.length > 1 ? (
              piece
            ) : (
              valueText(locale, name, piece)
            ),
          )}
        </p>
      ))}
    </>
  )
}
