import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, DateInput, PageHead, ProblemSummary, problemOf, Select, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Owner } from '../queries/actions.ts'
import type { Theme } from '../queries/themes.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  theme: Theme
  owners: readonly Owner[]
  /** The meeting that decided it; '' for none. */
  meetingId: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Where somebody takes something on, by a day. */
export function ActionPage({ page, theme, owners, meetingId, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Layout page={page} title={say('action.add')} hasProblems={form.problems.length > 0}>
      <BackLink href={`/themes/${theme.id}`}>{theme.title}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('action.add')} sub={theme.title} />
      <form method="post" action={`/themes/${theme.id}/actions`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="meetingId" value={typedText(form, 'meetingId') || meetingId} />
        <Textarea {...field('words')} label={say('action.words')} rows={2} />
        <Select
          {...field('ownerId')}
          label={say('action.owner')}
          hint={say('action.owner-hint')}
          items={[
            { value: '', text: say('choose') },
            ...owners.map(({ id, name, agencyName }) => ({ value: id, text: `${agencyName}: ${name}` })),
          ]}
        />
        <DateInput
          name="dueOn"
          legend={say('action.due')}
          values={dayBoxes(form, 'dueOn')}
          error={problemOf(form.problems, 'dueOn', say)}
        />
        <Button preventDoubleClick>{say('action.button')}</Button>
      </form>
    </Layout>
  )
}
