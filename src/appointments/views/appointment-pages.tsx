import { type CaseFrame, CaseLayout, mayWrite } from '../../cases/index.ts'
import { formatAt, formatTime } from '../../platform/dates.ts'
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
import type { Appointment, Clash } from '../queries/appointments.ts'
import { words } from '../words.ts'
import { type AppointmentChoices, AppointmentFields } from './appointment-fields.tsx'
import { whoText } from './appointment-line.tsx'
import { AttendancePart } from './attendance-part.tsx'

interface FormProps extends AppointmentChoices {
  page: PageContext
  frame: CaseFrame
  form: { typed: Typed; problems: Problem[] }
  /** The person is somewhere else at that time: said, and then left to the worker. */
  clash?: Clash | undefined
}

export function NewAppointmentPage({ page, frame, form, clash, ...choices }: FormProps) {
  const say = words(page.locale)
  const title = say('form.new')
  return (
    <CaseLayout page={page} frame={frame} current="appointments" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <ClashNote page={page} frame={frame} clash={clash} />
      <form method="post" action={`/cases/${frame.caseId}/appointments`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        {clash && <input type="hidden" name="isSure" value="yes" />}
        <AppointmentFields locale={page.locale} calledName={frame.calledName} form={form} {...choices} />
        <ButtonGroup>
          <Button>{say(clash ? 'form.save-anyway' : 'form.save')}</Button>
          <Link href={`/cases/${frame.caseId}/appointments`}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

/** One appointment: how it went, what it says, and the way to call it off. */
export function AppointmentPage(props: FormProps & { appointment: Appointment }) {
  const { page, frame, form, appointment } = props
  const say = words(page.locale)
  const { id, title, startsAt, cancelledAt, madeByName: name, agencyName: agency } = appointment
  const who = whoText(appointment, page.locale)
  const when = [formatAt(page.locale, startsAt, 'long'), who && say('line.with', { who })].filter(Boolean).join('. ')
  const mayChange = mayWrite(frame, 'plan') && !cancelledAt
  return (
    <CaseLayout page={page} frame={frame} current="appointments" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}/appointments`}>{say('one.all')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={when} />
      <p class="govuk-body tl-quiet">{say('one.made', { name, agency })}</p>
      {cancelledAt && <StatusTag>{say('line.cancelled')}</StatusTag>}
      <ClashNote page={page} frame={frame} clash={props.clash} />
      {startsAt <= page.now && !cancelledAt && <AttendancePart {...{ page, appointment, form, mayChange }} />}
      {mayChange && <ChangeParts {...props} />}
      {!mayChange && appointment.place && <p class="govuk-body">{say('line.place', { place: appointment.place })}</p>}
      {mayChange && (
        <Section id="h-off" title={say('one.call-off')}>
          <p class="govuk-body">{say('one.call-off-text')}</p>
          <form method="post" action={`/appointments/${id}/cancellation`}>
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="version" value={appointment.version} />
            <Button kind="warning">{say('one.call-off')}</Button>
          </form>
        </Section>
      )}
    </CaseLayout>
  )
}

function ChangeParts({ page, frame, form, appointment, clash, ...choices }: FormProps & { appointment: Appointment }) {
  const say = words(page.locale)
  return (
    <Section id="h-change" title={say('one.change')}>
      <form method="post" action={`/appointments/${appointment.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || appointment.version} />
        {clash && <input type="hidden" name="isSure" value="yes" />}
        <AppointmentFields
          locale={page.locale}
          calledName={frame.calledName}
          form={form}
          pathways={choices.pathways}
          agencies={choices.agencies}
          workers={choices.workers}
        />
        <Button>{say(clash ? 'form.save-anyway' : 'form.save')}</Button>
      </form>
    </Section>
  )
}

function ClashNote({ page, frame, clash }: Pick<FormProps, 'page' | 'frame' | 'clash'>) {
  if (!clash) return null
  const say = words(page.locale)
  return (
    <Note title={say('form.clash-title', { name: frame.calledName })} tone="warn">
      <p>{say('form.clash', { title: clash.title, time: formatTime(page.locale, clash.startsAt) })}</p>
    </Note>
  )
}
