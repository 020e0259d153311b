import { daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { type GlyphName, type Step as Line, Status } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Step } from '../queries/steps.ts'
import { isClosed, type StepStatus } from '../step-states.ts'
import { words } from '../words.ts'

const glyphs: Record<StepStatus, GlyphName> = {
  NOT_STARTED: 'none',
  IN_PROGRESS: 'prog',
  CANNOT_BE_DONE_YET: 'tight',
  NO_LONGER_NEEDED: 'notreq',
  COMPLETED: 'done',
}

interface LineOptions {
  locale: Locale
  today: string
  calledName: string
  mayWrite: boolean
  /** Where the button leads back to. */
  from: 'plan' | 'overview'
}

/** A step in a list: when, what, who, and one verb. */
export function stepLine(step: Step, options: LineOptions): Line {
  const { locale, today, calledName, mayWrite, from } = options
  const say = words(locale)
  const { dueOn } = step
  const isOpen = !isClosed(step.status)
  const isLate = isOpen && dueOn !== null && dueOn < today
  const day = dueOn ? formatDay(locale, dueOn, 'brief') : undefined
  const when = isLate
    ? say('when.late', { days: daysBetween(dueOn, today) })
    : dueOn === today
      ? say('when.today')
      : day
  return {
    when: when ?? say('when.none'),
    whenNote: isLate ? day : undefined,
    isLate,
    title: step.title,
    href: `/steps/${step.id}`,
    text: (
      <>
        {ownerText(step, calledName, locale)}. <HowItStands step={step} locale={locale} />
      </>
    ),
    form:
      mayWrite && isOpen ? <MoveForm step={step} status="COMPLETED" text={say('do.done')} from={from} /> : undefined,
  }
}

/** Who does it. */
export function ownerText(step: Step, calledName: string, locale: Locale): string {
  const say = words(locale)
  if (step.owner.isForPerson) return say('owner.person', { name: calledName })
  if (step.ownerName) return say('owner.worker', { name: step.ownerName, agency: step.ownerAgencyName ?? '' })
  return step.ownerAgencyName ?? say('owner.nobody')
}

export function HowItStands({ step, locale }: { step: Step; locale: Locale }) {
  const say = words(locale)
  const status = say(`status.${step.status}`)
  return (
    <Status glyph={glyphs[step.status]}>
      {step.statusReason ? say('status.with-reason', { status, reason: step.statusReason }) : status}
    </Status>
  )
}

/** One button that changes how a step stands. */
export function MoveForm(props: { step: Step; status: string; text: string; from: string }) {
  const { step, status, text, from } = props
  return (
    <form method="post" action={`/steps/${step.id}/status`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={step.version} />
      <input type="hidden" name="status" value={status} />
      <input type="hidden" name="from" value={from} />
      <button type="submit" class="tl-linklike">
        {text}
        <span class="govuk-visually-hidden">: {step.title}</span>
      </button>
    </form>
  )
}
