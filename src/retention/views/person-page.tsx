import { SettingsFrame } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  DateInput,
  Input,
  InsetText,
  problemOf,
  Radios,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { actionLabel, classLabel } from '../labels.ts'
import type { KeptRecord } from '../queries/due.ts'
import type { LegalHold } from '../queries/holds.ts'
import type { RetentionClass } from '../rules.ts'
import { words } from '../words.ts'
import { HoldLine } from './hold-line.tsx'

type Form = FormState<unknown>
interface Props {
  page: PageContext
  may: ReadonlySet<string>
  record: KeptRecord
  holds: readonly LegalHold[]
  done: string | undefined
  forms: { hold: Form; review: Form; lift: Form }
}

/** How long one record stays, what keeps it, and the decision when it falls due for review. */
export function PersonPage({ page, may, record, holds, done, forms }: Props) {
  const { locale } = page
  const say = words(locale)
  const { name, bornOn, number } = record
  const born = bornOn && say('person.born', { day: formatDay(locale, bornOn, 'full') })
  const toReview = record.due.filter(({ action }) => action === 'REVIEW')
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('person.title', { name })}
      sub={[number, born].filter(Boolean).join(', ')}
      back={{ href: '/retention', text: say('due.title') }}
      problems={[forms.hold, forms.review, forms.lift].flatMap(({ problems }) => problems)}
      say={say}
      done={done}
    >
      <Section id="due" title={say('person.due')}>
        {record.due.length === 0 && <p class="govuk-body">{say('person.due-none')}</p>}
        <ul class="govuk-list">
          {record.due.map((due) => (
            <li>
              {say('person.due-line', {
                class: classLabel(locale, due.class),
                action: actionLabel(locale, due.action),
                day: formatDay(locale, due.dueOn, 'full'),
              })}
            </li>
          ))}
          {record.reviews.map(({ decision, keepUntilOn, reason }) => (
            <li>
              {decision === 'KEEP' && keepUntilOn
                ? say('person.reviewed', { day: formatDay(locale, keepUntilOn, 'full'), reason })
                : say('person.reviewed-dispose', { reason })}
            </li>
          ))}
        </ul>
      </Section>
      {toReview.map((due) => (
        <ReviewForm page={page} record={record} of={due.class} form={forms.review} />
      ))}
      <Section id="holds" title={say('person.holds')}>
        {holds.length === 0 && <p class="govuk-body">{say('person.holds-none')}</p>}
        {holds.map((hold) => (
          <InsetText>
            <HoldLine locale={locale} hold={hold} />
            {hold.mayLift && <LiftForm page={page} hold={hold} form={forms.lift} />}
          </InsetText>
        ))}
      </Section>
      <HoldForm page={page} record={record} form={forms.hold} />
    </SettingsFrame>
  )
}

function ReviewForm(props: { page: PageContext; record: KeptRecord; of: RetentionClass; form: Form }) {
  const { page, record, form, of } = props
  const say = words(page.locale)
  const { problems } = form
  return (
    <Section id={`review-${of}`} title={`${say('person.review')}: ${classLabel(page.locale, of)}`}>
      <form method="post" action={`/retention/people/${record.personId}/review`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="class" value={of} />
        <Radios
          name="decision"
          legend={{ text: say('person.decision'), size: 's' }}
          value={typedText(form, 'decision')}
          error={problemOf(problems, 'decision', say)}
          items={(['KEEP', 'DISPOSE'] as const).map((value) => ({ value, text: say(`decision.${value}`) }))}
        />
        <DateInput
          name="keepUntil"
          legend={{ text: say('person.keep-until'), size: 's' }}
          values={dayBoxes(form, 'keepUntil')}
          error={problemOf(problems, 'keepUntil', say)}
        />
        <Textarea
          name="reviewReason"
          label={say('person.review-reason')}
          rows={2}
          value={typedText(form, 'reviewReason')}
          error={problemOf(problems, 'reviewReason', say)}
        />
        <Button kind="secondary">{say('person.review-button')}</Button>
      </form>
    </Section>
  )
}

function LiftForm({ page, hold, form }: { page: PageContext; hold: LegalHold; form: Form }) {
  const say = words(page.locale)
  const isThis = form.typed['holdId'] === hold.id
  return (
    <form method="post" action={`/retention/people/${hold.personId}/holds/${hold.id}/lift`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="holdId" value={hold.id} />
      <Textarea
        id={isThis ? 'because' : `because-${hold.id}`}
        name="because"
        label={say('hold.lift-because')}
        rows={2}
        value={isThis ? typedText(form, 'because') : ''}
        error={isThis ? problemOf(form.problems, 'because', say) : undefined}
      />
      <Button kind="secondary">{say('hold.lift')}</Button>
    </form>
  )
}

function HoldForm({ page, record, form }: { page: PageContext; record: KeptRecord; form: Form }) {
  const say = words(page.locale)
  const { problems } = form
  return (
    <Section id="hold" title={say('hold.add')}>
      <form method="post" action={`/retention/people/${record.personId}/holds`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input
          name="askedBy"
          label={say('hold.asked-by')}
          hint={say('hold.asked-by-hint')}
          value={typedText(form, 'askedBy')}
          error={problemOf(problems, 'askedBy', say)}
        />
        <Textarea
          name="reason"
          label={say('hold.reason')}
          rows={2}
          value={typedText(form, 'reason')}
          error={problemOf(problems, 'reason', say)}
        />
        {(['from', 'until'] as const).map((name) => (
          <DateInput
            name={name}
            legend={{ text: say(`hold.${name}`), size: 's' }}
            values={dayBoxes(form, name)}
            error={problemOf(problems, name, say)}
          />
        ))}
        <Button preventDoubleClick>{say('hold.button')}</Button>
      </form>
    </Section>
  )
}
