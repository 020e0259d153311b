import { newId } from '../../platform/ids.ts'
import { Button, problemOf, Radios, Section, Textarea } from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { attendances } from '../attendances.ts'
import type { Appointment } from '../queries/appointments.ts'
import { words } from '../words.ts'
import { HowItWent } from './appointment-line.tsx'

interface AttendancePartProps {
  page: PageContext
  appointment: Appointment
  form: { typed: Typed; problems: Problem[] }
  mayChange: boolean
}

/** How an appointment went, and the way to say so. */
export function AttendancePart({ page, appointment, form, mayChange }: AttendancePartProps) {
  const say = words(page.locale)
  const { id, version, attendance, attendanceReason } = appointment
  return (
    <Section id="h-how" title={say('one.how')}>
      <p class="govuk-body">
        <HowItWent appointment={appointment} locale={page.locale} />
      </p>
      {mayChange && (
        <form method="post" action={`/appointments/${id}/attendance`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={version} />
          <Radios
            name="attendance"
            legend={say('one.how-question')}
            isSmall
            value={typedText(form, 'attendance') || attendance || ''}
            error={problemOf(form.problems, 'attendance', say)}
            items={attendances.map((each) => ({ value: each, text: say(`attendance.${each}`) }))}
          />
          <Textarea
            name="reason"
            label={say('one.reason')}
            rows={2}
            value={typedText(form, 'reason') || attendanceReason}
            error={problemOf(form.problems, 'reason', say)}
          />
          <Button kind="secondary">{say('one.save-how')}</Button>
        </form>
      )}
    </Section>
  )
}
