import { RegulatorAddress } from '../../complaints/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  Button,
  InsetText,
  ProblemSummary,
  problemOf,
  Section,
  Select,
  Textarea,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnComplaints } from '../queries/complaints.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

interface Props {
  page: PageContext
  shown: OwnComplaints
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** Where the person complains, and reads the answers. */
export function ComplaintPage({ page, shown, form, isDone }: Props) {
  const { locale } = page
  const say = words(locale)
  const at = (instant: string) => formatAt(locale, new Date(instant))
  return (
    <PersonLayout page={page} title={say('complaint.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('complaint.sent')}
        </p>
      )}
      <p class="govuk-body-l">{say('complaint.text')}</p>
      <form method="post" action="/me/complaint" novalidate>
        <Select
          name="agencyId"
          label={say('complaint.agency')}
          value={typedText(form, 'agencyId')}
          error={problemOf(form.problems, 'agencyId', say)}
          items={[
            { value: '', text: say('complaint.choose') },
            ...shown.agencies.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Textarea
          name="words"
          label={say('say.words')}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
          rows={6}
        />
        <Button preventDoubleClick>{say('complaint.button')}</Button>
      </form>
      {shown.complaints.length > 0 && (
        <Section id="complaints" title={say('complaint.mine')}>
          {shown.complaints.map((each) => (
            <InsetText>
              <p class="govuk-body-l">{say('complaint.about', { agency: each.agency, at: at(each.madeAt) })}</p>
              <p class="govuk-body-l tl-kept">{each.words}</p>
              {each.answeredAt ? (
                <>
                  <p class="govuk-body-l">{say('complaint.answered', { at: at(each.answeredAt) })}</p>
                  <p class="govuk-body-l tl-kept">{each.answer}</p>
                </>
              ) : (
                <p class="govuk-body-l">
                  {each.acknowledgedAt
                    ? say('complaint.acknowledged', { at: at(each.acknowledgedAt) })
                    : say('complaint.waiting')}
                </p>
              )}
            </InsetText>
          ))}
        </Section>
      )}
      <Section id="regulator" title={say('complaint.regulator')}>
        <p class="govuk-body-l">{say('complaint.regulator-text')}</p>
        <RegulatorAddress jurisdiction={shown.jurisdiction} />
      </Section>
    </PersonLayout>
  )
}
