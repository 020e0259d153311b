import { mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { lateStart } from '../../plans/index.ts'
import { dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { type Step as Line, Link, Section, StepList } from '../../platform/web/components/index.ts'
import type { Overview, OverviewStep } from '../overview.ts'
import { words } from '../words.ts'
import type { PartProps } from './parts.tsx'

/** What is to be done next and where the person is to be, late first. */
export function NextSteps(props: PartProps) {
  const { page, frame, overview } = props
  const say = words(page.locale)
  const whole = <Link href={`/cases/${frame.caseId}/plan`}>{say('steps.all')}</Link>
  const lines = [
    ...overview.steps.map((step) => ({ at: step.dueOn ?? '9999', line: stepLine(step, props) })),
    ...overview.appointments.map((each) => ({ at: each.startsAt, line: appointmentLine(each, props) })),
  ].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return (
    <Section id="h-steps" title={say('steps.title')} more={whole}>
      {!sees(frame, 'plan') && <PartNotSeen locale={page.locale} frame={frame} level={3} />}
      {sees(frame, 'plan') && lines.length === 0 && (
        <p class="govuk-body">
          {say('steps.none')}{' '}
          {mayWrite(frame, 'plan') && <Link href={`/cases/${frame.caseId}/steps/new`}>{say('steps.add')}</Link>}
        </p>
      )}
      <StepList steps={lines.map(({ line }) => line)} />
    </Section>
  )
}

function stepLine(step: OverviewStep, { page, frame }: PartProps): Line {
  const { locale } = page
  const say = words(locale)
  const { id, title, dueOn, needId } = step
  const today = dayAt(page.now)
  const isLate = dueOn !== null && dueOn < today
  const day = dueOn ? formatDay(locale, dueOn, 'brief') : say('steps.no-day')
  const late = isLate && dueOn ? say('steps.late', { days: daysBetween(dueOn, today) }) : undefined
  const mayDo = mayWrite(frame, 'plan')
  return {
    when: late ?? (dueOn === today ? say('steps.today') : day),
    whenNote: isLate ? day : undefined,
    isLate,
    title,
    href: `/steps/${id}`,
    text: [
      ownerText(step, page.reader?.name, { locale, frame }),
      cannotText(step, locale),
      step.isBlocked ? say('steps.blocked') : '',
      lateText(step, { page, frame }),
    ]
      .filter(Boolean)
      .join('. '),
    action:
      needId && mayDo && !step.isForPerson
        ? { href: `/needs/${needId}/refer`, text: say('steps.choose-service'), hiddenText: title }
        : undefined,
    form: mayDo && (!needId || step.isForPerson) ? <Done step={step} text={say('steps.done')} /> : undefined,
  }
}

function ownerText(
  { isForPerson, ownerName, ownerAgency }: OverviewStep,
  readerName: string | undefined,
  { locale, frame }: { locale: PartProps['page']['locale']; frame: PartProps['frame'] },
): string {
  const say = words(locale)
  if (isForPerson) return say('steps.person', { name: frame.calledName })
  if (ownerName && ownerName === readerName) return say('steps.you')
  if (ownerName) return say('steps.worker', { name: ownerName, agency: ownerAgency ?? '' })
  return ownerAgency ?? say('steps.nobody')
}

const cannotText = ({ status, reason }: OverviewStep, locale: PartProps['page']['locale']): string =>
  status === 'CANNOT_BE_DONE_YET' ? words(locale)('steps.cannot', { reason }) : ''

/** A step that takes longer than there is time before release. */
function lateText(step: OverviewStep, { page, frame }: Pick<PartProps, 'page' | 'frame'>): string {
  const late = lateStart(step, frame.releaseOn, dayAt(page.now))
  return late ? words(page.locale)('steps.late-start', { needs: late.needs, left: late.left }) : ''
}

function appointmentLine(appointment: Overview['appointments'][number], { page: { locale, now } }: PartProps): Line {
  const say = words(locale)
  const { id, title, startsAt, place, withName, withAgency } = appointment
  const at = new Date(startsAt)
  const day = dayAt(at)
  const who =
    withName && withAgency ? say('steps.worker', { name: withName, agency: withAgency }) : withName || withAgency
  return {
    when: day === dayAt(now) ? say('steps.today') : formatDay(locale, day, 'brief'),
    whenNote: formatTime(locale, at),
    title,
    href: `/appointments/${id}`,
    text: [who, place].filter(Boolean).join('. '),
    action: { href: `/appointments/${id}`, text: say('steps.see'), hiddenText: title },
  }
}

function Done({ step, text }: { step: OverviewStep; text: string }) {
  return (
    <form method="post" action={`/steps/${step.id}/status`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={step.version} />
      <input type="hidden" name="status" value="COMPLETED" />
      <input type="hidden" name="from" value="overview" />
      <button type="submit" class="tl-linklike">
        {text}
        <span class="govuk-visually-hidden">: {step.title}</span>
      </button>
    </form>
  )
}
