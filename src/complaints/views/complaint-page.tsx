import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, InsetText, problemOf, Section, SummaryList, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Complaint } from '../queries.ts'
import type { Jurisdiction } from '../regulators.ts'
import { words } from '../words.ts'
import { RegulatorAddress } from './regulator-address.tsx'
import { StateTag } from './state-tag.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  complaint: Complaint
  jurisdiction: Jurisdiction
  form: FormState<unknown>
  done: string | undefined
}

/** One complaint: what was said, and what is answered. */
export function ComplaintPage({ page, may, complaint, jurisdiction, form, done }: Props) {
  const { locale } = page
  const say = words(locale)
  const url = `/complaints/${complaint.id}`
  const by = (name: string | null, at: Date) => say('by', { name: name ?? '', at: formatAt(locale, at) })
  const { acknowledgedAt, answeredAt, escalatedAt, mayHandle } = complaint
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('complaint.title', { name: complaint.givenAs })}
      back={{ href: '/complaints', text: say('title') }}
      problems={form.problems}
      say={say}
      done={done}
    >
      <SummaryList
        rows={[
          { key: say('f.state'), value: <StateTag page={page} complaint={complaint} /> },
          { key: say('f.agency'), value: complaint.agency },
          complaint.aboutWorker !== null && { key: say('f.worker'), value: complaint.aboutWorker },
          { key: say('f.made'), value: by(complaint.writtenBy ?? say('own-door'), complaint.madeAt) },
          acknowledgedAt && { key: say('f.acknowledged'), value: by(complaint.acknowledgedBy, acknowledgedAt) },
          escalatedAt && { key: say('f.escalated'), value: formatAt(locale, escalatedAt) },
        ]}
      />
      <InsetText>
        <p class="govuk-body tl-kept">{complaint.words}</p>
      </InsetText>
      {mayHandle && !acknowledgedAt && (
        <form method="post" action={`${url}/acknowledgement`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">{say('acknowledge')}</Button>
        </form>
      )}
      {answeredAt && (
        <Section id="answer-given" title={say('f.answer')}>
          <p class="govuk-body">{by(complaint.answeredBy, answeredAt)}</p>
          <p class="govuk-body tl-kept">{complaint.answer}</p>
        </Section>
      )}
      {mayHandle && !answeredAt && (
        <form method="post" action={`${url}/answer`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Textarea
            name="answer"
            label={{ text: say('f.answer'), size: 'm' }}
            hint={say('answer-hint')}
            rows={6}
            value={typedText(form, 'answer')}
            error={problemOf(form.problems, 'answer', say)}
          />
          <Button preventDoubleClick>{say('answer-button')}</Button>
        </form>
      )}
      <Section id="regulator" title={say('regulator')}>
        <p class="govuk-body">{say('regulator-text')}</p>
        <RegulatorAddress jurisdiction={jurisdiction} />
        {mayHandle && !escalatedAt && (
          <form method="post" action={`${url}/escalation`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary">{say('escalate')}</Button>
          </form>
        )}
      </Section>
    </SettingsFrame>
  )
}
