import { tellWorkers } from '../alerts/index.ts'
import type { Day } from '../platform/calendar-day.ts'
import type { Change } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Refusal } from '../platform/refusal.ts'
import { type DateShown, dateShown } from './date-shown.ts'
import { getCustodyCase, listReleaseDates, type SaidDate, updateRecalled } from './queries/dates.ts'
import { insertReleaseDates } from './queries/incoming.ts'
import type { ReleaseDateKind, ReleaseDates } from './release-dates.ts'

export interface EnteredDate {
  kind: ReleaseDateKind
  day: Day
  isRecalled: boolean
}

/**
 * Enters or changes a release date by hand. The earlier one is kept; where the date on the lists moves, the people on the
 * case are told.
 *
 * @throws Refusal `person.not-found`; `custody.may-not-change` when the actor may see dates but not write them.
 */
export async function enterReleaseDate(change: Change, personId: string, entered: EnteredDate): Promise<void> {
  const { caseId, mayWrite, isRecalled } = await getCustodyCase(change, personId)
  if (!mayWrite) throw new Refusal('not allowed', 'custody.may-not-change')

  const held = datesInForce(await listReleaseDates(change, personId))
  const { kind, day } = entered
  if (held[kind] !== day) {
    await insertReleaseDates(change, { source: 'BY_HAND', isByHand: true }, [{ id: newId(), personId, kind, day }])
  }
  await updateRecalled(change, personId, entered.isRecalled)
  const from = dateShown(held, isRecalled)
  const to = dateShown({ ...held, [kind]: day }, entered.isRecalled)
  await tellOfMove(change, { caseId, personId }, from, to)
}

/** Records that a date was entered, or that the one on the lists moved; then the people on the case hear of it. */
async function tellOfMove(
  change: Change,
  { caseId, personId }: { caseId: string; personId: string },
  from?: DateShown,
  to?: DateShown,
): Promise<void> {
  const about = { caseId, subjectId: personId, fieldGroup: 'custody' } as const
  if (from?.day === to?.day) {
    change.record({ name: 'release-date.entered', ...about, personId })
    return
  }
  const details = { kind: to?.kind ?? null, from: from?.day ?? null, to: to?.day ?? null }
  change.record({ name: 'release-date.moved', ...about, personId, details })
  await tellWorkers(change, { name: 'release-date.moved', ...about, details })
}

/** What is known now, by kind. A date from before the person came back is over. */
function datesInForce(said: readonly SaidDate[]): ReleaseDates {
  const dates: ReleaseDates = {}
  for (const { kind, day, replacedAt, isOver } of said) if (!replacedAt && day && !isOver) dates[kind] = day
  return dates
}
