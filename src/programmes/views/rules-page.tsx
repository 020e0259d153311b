import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  Input,
  PageHead,
  ProblemSummary,
  problemOf,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Programme } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  programme: Programme
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayKeep: boolean
}

/** Fitting a programme to a place: who may come and how large a group is. */
export function RulesPage({ page, programme, form, mayKeep }: Props) {
  const say = words(page.locale)
  const name = programme.package.texts[page.locale].name
  const title = say('rules.title', { name })
  const number = (field: string) => ({
    name: field,
    value: typedText(form, field),
    error: problemOf(form.problems, field, say),
    width: 3 as const,
    inputMode: 'numeric' as const,
  })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/programmes/${programme.id}`}>{name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('rules.sub')} />
      {mayKeep ? (
        <form method="post" action={`/programmes/${programme.id}/rules`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={typedText(form, 'version') || programme.version} />
          <Input label={say('rules.months')} hint={say('rules.empty')} {...number('months')} />
          <Input label={say('rules.age-from')} hint={say('rules.empty')} {...number('ageFrom')} />
          <Input label={say('rules.age-to')} hint={say('rules.empty')} {...number('ageTo')} />
          <Checkboxes
            name="isSameWing"
            items={[{ value: 'yes', text: say('rule.SAME_WING') }]}
            values={typedList(form, 'isSameWing')}
          />
          <Input label={say('rules.smallest')} {...number('smallest')} />
          <Input label={say('rules.largest')} {...number('largest')} />
          <Input
            label={say('rules.complete-after', { of: programme.package.sessions.length })}
            {...number('completeAfter')}
          />
          <Button>{say('rules.keep')}</Button>
        </form>
      ) : (
        <p class="govuk-body">{say('rules.not-yours')}</p>
      )}
    </Layout>
  )
}
