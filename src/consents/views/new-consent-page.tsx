import type { Agency } from '../../agencies/index.ts'
import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  DateInput,
  Details,
  InsetText,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { type ConsentKind, ways } from '../answers.ts'
import type { ConsentSubject, ConsentText } from '../queries/consents.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  subject: ConsentSubject
  kind: ConsentKind
  agencies: readonly Agency[]
  text: ConsentText
  form: { typed: Typed; problems: Problem[] }
}

/** The text to read out, and yes and no side by side: neither is chosen, neither takes a step more. */
export function NewConsentPage({ page, frame, subject, kind, agencies, text, form }: Props) {
  const { locale } = page
  const say = words(locale)
  const problem = (field: string) => problemOf(form.problems, field, say)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="overview"
      title={say(`add.${kind}`)}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={`/cases/${frame.caseId}/consent`}>{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say(`add.${kind}`)} sub={say('new.sub', { name: frame.calledName })} />
      <InsetText>{text.words[locale]}</InsetText>
      <Details summary={say('other-languages')}>
        {locales
          .filter((each) => each !== locale)
          .map((each) => (
            <p class="govuk-body" lang={each}>
              {text.words[each]}
            </p>
          ))}
      </Details>
      <form method="post" action={`/cases/${frame.caseId}/consent`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="textId" value={text.id} />
        <Select
          name="agencyId"
          label={say('agency')}
          value={typedText(form, 'agencyId')}
          error={problem('agencyId')}
          items={[{ value: '', text: say('choose') }, ...agencies.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Radios
          name="answer"
          legend={say('said', { name: frame.calledName })}
          value={typedText(form, 'answer')}
          error={problem('answer')}
          isInline
          items={[subject.mayAsk && { value: 'yes', text: say('yes') }, { value: 'no', text: say('no') }]}
        />
        <Radios
          name="how"
          legend={say('how')}
          value={typedText(form, 'how')}
          error={problem('how')}
          items={ways.map((way) => ({ value: way, text: say(`how.${way}`) }))}
        />
        <Radios
          name="locale"
          legend={say('language')}
          value={typedText(form, 'locale')}
          error={problem('locale')}
          isInline
          items={locales.map((each) => ({ value: each, text: localeNames[each] }))}
        />
        <DateInput name="said" legend={say('said-on')} values={dayBoxes(form, 'said')} error={problem('said')} />
        <Button>{say('keep')}</Button>
      </form>
    </CaseLayout>
  )
}
