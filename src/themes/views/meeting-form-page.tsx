import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, DateInput, Input, Note, PageHead, ProblemSummary, problemOf, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { Theme } from '../queries/themes.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  theme: Theme
  /** The one that is written on; none for a new one. */
  meeting?: Meeting
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Where a meeting is called, and its minutes are written. */
export function MeetingFormPage({ page, theme, meeting, form }: Props) {
  const say = words(page.locale)
  const title = say(meeting ? 'meeting.write' : 'meeting.add')
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const text = (name: 'agenda' | 'attended' | 'minutes' | 'decisions', rows: number) => (
    <Textarea {...field(name)} label={say(`meeting.${name}`)} hint={say(`meeting.${name}-hint`)} rows={rows} />
  )
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={meeting ? `/theme-meetings/${meeting.id}` : `/themes/${theme.id}`}>{theme.title}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={theme.title} />
      <Note title={say('meeting.nobody')}>
        <p class="govuk-body">{say('meeting.nobody-text')}</p>
      </Note>
      <form
        method="post"
        action={meeting ? `/theme-meetings/${meeting.id}` : `/themes/${theme.id}/meetings`}
        novalidate
      >
        <input type="hidden" name="formId" value={newId()} />
        {meeting && <input type="hidden" name="version" value={typedText(form, 'version') || meeting.version} />}
        <DateInput
          name="heldOn"
          legend={say('meeting.day')}
          values={dayBoxes(form, 'heldOn')}
          error={problemOf(form.problems, 'heldOn', say)}
        />
        <Input {...field('place')} label={say('meeting.place')} />
        {text('agenda', 4)}
        {text('attended', 4)}
        {text('minutes', 10)}
        {text('decisions', 4)}
        <Button preventDoubleClick>{say('meeting.keep')}</Button>
      </form>
    </Layout>
  )
}
