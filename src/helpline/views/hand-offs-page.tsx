import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Empty, Link, Note, OwnWords, PageHead, Phone, ProblemSummary, problemOf, Section, StatusTag, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { HandOff } from '../queries/hand-offs.ts'
import { words } from '../words.ts'

export interface HandOffsProps {
  page: PageContext
  handOffs: readonly HandOff[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  /** The one whose form came back. */
  sentId: string | undefined
  isDone: boolean
}

/** Who called a line and wants this worker to know: to do first, then what was done. */
export function HandOffsPage({ page, handOffs, form, sentId, isDone }: HandOffsProps) {
  const { locale } = page
  const say = words(locale)
  const [open, done] = [handOffs.filter(({ doneAt }) => !doneAt), handOffs.filter(({ doneAt }) => doneAt)]
  const today = dayAt(page.now)
  const summary = form.problems.map((problem) => ({ ...problem, field: `${problem.field}-${sentId}` }))
  return (
    <Layout page={page} title={say('hand-offs.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={summary} say={say} />
      <PageHead title={say('hand-offs.title')} sub={say('hand-offs.sub')} />
      {isDone && (
        <div role="status">
          <Note>
            <p>{say('hand-offs.thanks')}</p>
          </Note>
        </div>
      )}
      {handOffs.length === 0 && (
        <Empty title={say('hand-offs.none')}>
          <p class="govuk-body">{say('hand-offs.none-text')}</p>
        </Empty>
      )}
      {open.map((each) => (
        <Section
          id={`h-${each.id}`}
          title={each.name ? <Link href={`/cases/${each.caseId}`}>{each.name}</Link> : say('handed.somebody')}
        >
          <p class="govuk-body">
            <StatusTag tone={each.dueOn < today ? 'bad' : 'warn'}>
              {say(each.dueOn < today ? 'handed.late' : 'handed.by', { day: formatDay(locale, each.dueOn, 'brief') })}
            </StatusTag>{' '}
            {say('hand-offs.called', {
              line: each.lineName,
              agency: each.agencyName,
              at: formatAt(locale, each.calledAt),
            })}
          </p>
          <OwnWords>{each.words}</OwnWords>
          {each.linePhone && (
            <p class="govuk-body">
              {say('hand-offs.line-phone')} <Phone number={each.linePhone} />
            </p>
          )}
          <form method="post" action={`/call-hand-offs/${each.id}/done`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <Textarea
              name="doneWords"
              id={`doneWords-${each.id}`}
              label={say('hand-offs.words')}
              hint={say('hand-offs.words-hint')}
              rows={2}
              value={sentId === each.id ? typedText(form, 'doneWords') : ''}
              error={sentId === each.id ? problemOf(form.problems, 'doneWords', say) : undefined}
            />
            <Button preventDoubleClick>
              {say('hand-offs.button')}
              <span class="govuk-visually-hidden">: {each.name}</span>
            </Button>
          </form>
        </Section>
      ))}
      {done.length > 0 && (
        <Section id="h-done" title={say('hand-offs.done')}>
          <ul class="tl-list">
            {done.map((each) => (
              <li>
                <strong>{each.name || say('handed.somebody')}</strong>, {formatAt(locale, each.doneAt!)}
                <small>{each.doneWords}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  )
}
