import { type CaseFrame, mayWrite } from '../../cases/index.ts'
import { dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { type GlyphName, type Step as Line, Status } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { lateStart } from '../lead-times/lead-kinds.ts'
import { blockersOf } from '../progress.ts'
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
  releaseOn: string | null
  /** All steps of the plan: some wait for others. */
  steps: readonly Step[]
}

/** A step in a list: when, what, who, and one verb. */
function stepLine(step: Step, options: LineOptions): Line {
  const { locale, today, calledName, mayWrite: mayDo } = options
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
        <Hindrances step={step} options={options} />
      </>
    ),
    form: mayDo && isOpen ? <MoveForm step={step} status="COMPLETED" text={say('do.done')} from="plan" /> : undefined,
  }
}

/** What stands in the way: an owner who has gone, steps that come first, too few days. */
function Hindrances({ step, options: { locale, today, releaseOn, steps } }: { step: Step; options: LineOptions }) {
  const say = words(locale)
  const late = lateStart(step, releaseOn, today)
  return (
    <>
      {step.isOwnerGone && (
        <>
          {' '}
          <Status glyph="bad">{say('warn.owner-gone')}</Status>
        </>
      )}
      {blockersOf(step, steps).map(({ title }) => (
        <>
          {' '}
          <Status glyph="tight">{say('warn.waits', { title })}</Status>
        </>
      ))}
      {late && (
        <>
          {' '}
          <Status glyph="bad">{say('warn.late-start', { needs: late.needs, left: late.left })}</Status>
        </>
      )}
    </>
  )
}

/** Who does it. */
export function ownerText(
  step: Pick<Step, 'ownerName' | 'ownerAgencyName'> & { owner: Pick<Step['owner'], 'isForPerson'> },
  calledName: string,
  locale: Locale,
): string {
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

interface PlanAround {
  page: PageContext
  frame: CaseFrame
  steps: readonly Step[]
}

/** Draws the lines of a plan's steps, each knowing the others. */
export const lineOf =
  ({ page, frame, steps }: PlanAround) =>
  (step: Step): Line =>
    stepLine(step, {
      locale: page.locale,
      today: dayAt(page.now),
      calledName: frame.calledName,
      mayWrite: mayWrite(frame, 'plan'),
      releaseOn: frame.releaseOn,
      steps,
    })
