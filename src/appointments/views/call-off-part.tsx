import { newId } from '../../platform/ids.ts'
import { Button, Checkboxes, problemOf, Section, Textarea } from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Appointment } from '../queries/appointments.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  appointment: Appointment
  form: { typed: Typed; problems: Problem[] }
}

/** The way to call an appointment off, with its reason; of a series this one alone, or the rest with it. */
export function CallOffPart({ page, appointment, form }: Props) {
  const say = words(page.locale)
  return (
    <Section id="h-off" title={say('one.call-off')}>
      <p class="govuk-body">{say('one.call-off-text')}</p>
      <form method="post" action={`/appointments/${appointment.id}/cancellation`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={appointment.version} />
        <Textarea
          name="offReason"
          label={say('one.off-reason')}
          rows={2}
          value={typedText(form, 'offReason')}
          error={problemOf(form.problems, 'offReason', say)}
        />
        {appointment.seriesId && (
          <Checkboxes name="withRest" isSmall items={[{ value: 'yes', text: say('one.with-rest') }]} />
        )}
        <Button kind="warning">{say('one.call-off')}</Button>
      </form>
    </Section>
  )
}
