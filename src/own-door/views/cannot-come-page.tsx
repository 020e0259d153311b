import { formatAt } from '../../platform/dates.ts'
import { Button, ProblemSummary, problemOf, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnRecord } from '../queries/person.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

interface Props {
  page: PageContext
  /** Undefined when the time at the door is over: what was typed still stands here. */
  appointment: OwnRecord['appointments'][number] | undefined
  path: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Where the person says that they cannot come. It calls nothing off by itself. */
export function CannotComePage({ page, appointment, path, form }: Props) {
  const say = words(page.locale)
  return (
    <PersonLayout page={page} title={say('cannot.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {appointment && (
        <p class="govuk-body-l">
          <strong>{formatAt(page.locale, new Date(appointment.at), 'long')}</strong>: {appointment.title}
        </p>
      )}
      <p class="govuk-body-l">{say('cannot.text')}</p>
      <form method="post" action={path} novalidate>
        <Textarea
          name="words"
          label={say('cannot.words')}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
          rows={4}
        />
        <Button preventDoubleClick>{say('cannot.button')}</Button>
      </form>
    </PersonLayout>
  )
}
