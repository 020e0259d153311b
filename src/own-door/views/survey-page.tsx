import { newId } from '../../platform/ids.ts'
import { Button, ProblemSummary, problemOf } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { SurveyItems } from '../../surveys/index.ts'
import type { OwnSurvey } from '../queries/survey.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

interface Props {
  page: PageContext
  survey: OwnSurvey | null
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** The survey of this quarter: a few statements, and that nobody learns who answered. */
export function OwnSurveyPage({ page, survey, form, isDone }: Props) {
  const say = words(page.locale)
  return (
    <PersonLayout page={page} title={say('survey.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('survey.said')}
        </p>
      )}
      {!survey && !isDone && <p class="govuk-body-l">{say('survey.none')}</p>}
      {survey && (
        <form method="post" action="/me/survey" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body-l">{say('survey.text')}</p>
          <SurveyItems
            page={page}
            items={survey.items}
            typedIn={(field) => typedText(form, field)}
            errorOf={(field) => problemOf(form.problems, field, say)}
          />
          <Button preventDoubleClick>{say('say.button')}</Button>
        </form>
      )}
    </PersonLayout>
  )
}
