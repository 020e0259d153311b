import { type CaseFrame, CaseLayout, mayWrite } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Link,
  Note,
  PageHead,
  ProblemSummary,
  Section,
  StatusTag,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ReminderLines, type ReminderOf } from '../../reminders/index.ts'
import type { Appointment } from '../queries/appointments.ts'
import type { Clash } from '../queries/clashes.ts'
import { words } from '../words.ts'
import { type AppointmentChoices, AppointmentFields } from './appointment-fields.tsx'
import { whoText } from './appointment-line.tsx'
import { AttendancePart } from './attendance-part.tsx'
import { CallOffPart } from './call-off-part.tsx'
import { ClashNote } from './clash-note.tsx'

interface FormProps extends AppointmentChoices {
  page: PageContext
  frame: CaseFrame
  form: { typed: Typed; problems: Problem[] }
  /** What it would run into: said, and then left to the worker. */
  clashes?: readonly Clash[] | undefined
}

export function NewAppointmentPage({ page, frame, form, clashes = [], ...choices }: FormProps) {
  const say = words(page.locale)
  const title = say('form.new')
  return (
    <CaseLayout page={page} frame={frame} current="appointments" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ClashNote page={page} frame={frame} clashes={clashes} />
      {frame.diedOn && <p class="govuk-body-l">{say('form.died', { name: frame.calledName })}</p>}
      <form method="post" action={`/cases/${frame.caseId}/appointments`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {clashes.length > 0 && <input type="hidden" name="isSure" value="yes" />}
        <AppointmentFields locale={page.locale} calledName={frame.calledName} form={form} isNew {...choices} />
        <ButtonGroup>
          <Button>{say(clashes.length > 0 ? 'form.save-anyway' : 'form.save')}</Button>
          <Link href={`/cases/${frame.caseId}/appointments`}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

interface OfOne {
  appointment: Appointment
  reminders: readonly ReminderOf[]
}

/** One appointment: how it went, what it says, and the way to call it off. */
export function AppointmentPage(props: FormProps & OfOne) {
  const { page, frame, form, appointment } = props
  const say = words(page.locale)
  const { title, startsAt, cancelledAt, madeByName: name, agencyName: agency } = appointment
  const who = whoText(appointment, page.locale)
  const when = [formatAt(page.locale, startsAt, 'long'), who && say('line.with', { who })].filter(Boolean).join('. ')
  const mayChange = mayWrite(frame, 'plan') && !cancelledAt
  return (
    <CaseLayout page={page} frame={frame} current="appointments" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/appointments`}>{say('one.all')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={when} />
      <p class="govuk-body tl-quiet">{say('one.made', { name, agency })}</p>
      {cancelledAt && (
        <p class="govuk-body">
          <StatusTag>{say('line.cancelled')}</StatusTag> {appointment.cancelledReason}
        </p>
      )}
      {appointment.cannotComeAt && !cancelledAt && (
        <Note title={say('one.cannot-come', { name: frame.calledName })} tone="warn">
          <p>{say('one.cannot-come-text', { at: formatAt(page.locale, appointment.cannotComeAt) })}</p>
        </Note>
      )}
      <ClashNote page={page} frame={frame} clashes={props.clashes ?? []} />
      {startsAt <= page.now && !cancelledAt && <AttendancePart {...{ page, appointment, form, mayChange }} />}
      {mayChange && <ChangeParts {...props} />}
      {!mayChange && appointment.place && <p class="govuk-body">{say('line.place', { place: appointment.place })}</p>}
      <ReminderLines locale={page.locale} caseId={frame.caseId} reminders={props.reminders} />
      {mayChange && <CallOffPart page={page} appointment={appointment} form={form} />}
    </CaseLayout>
  )
}

function ChangeParts({
  page,
  frame,
  form,
  appointment,
  clashes = [],
  ...choices
}: FormProps & { appointment: Appointment }) {
  const say = words(page.locale)
  return (
    <Section id="h-change" title={say('one.change')}>
      <form method="post" action={`/appointments/${appointment.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || appointment.version} />
        {clashes.length > 0 && <input type="hidden" name="isSure" value="yes" />}
        <AppointmentFields
          locale={page.locale}
          calledName={frame.calledName}
          form={form}
          pathways={choices.pathways}
          agencies={choices.agencies}
          workers={choices.workers}
        />
        <Button>{say(clashes.length > 0 ? 'form.save-anyway' : 'form.save')}</Button>
      </form>
    </Section>
  )
}
