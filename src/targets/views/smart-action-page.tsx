import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Input, Link, PageHead, PlainList, ProblemSummary, problemOf, Radios, Section, SummaryList, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ShownAction } from '../keep-action.ts'
import { statuses } from '../rag.ts'
import { words } from '../words.ts'
import { ActionStatus } from './smart-plans-page.tsx'
import { deliveredOf, remainingOf } from './status-line.tsx'

interface Props {
  page: PageContext
  action: ShownAction
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** One line of a plan: its five letters, what was reported of it, and where the partner reports. */
export function SmartActionPage(props: Props) {
  const { page, action, form } = props
  const { locale } = page
  const say = words(locale)
  const number = (value: number) => formatNumber(locale, value)
  const day = (on: string) => formatDay(locale, on)
  return (
    <Layout
      page={page}
      title={action.specific}
      subNavigation={<EvidenceNavigation page={page} current="smart-plans" />}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href="/smart-plans">{say('smart.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={action.specific} sub={action.agencyName} />
      <SummaryList
        rows={[
          { key: say('smart.measure'), value: action.measuredBy },
          {
            key: say('smart.c.done'),
            value: (
              <>
                {say('smart.done-of', {
                  done: action.isCovered ? deliveredOf(page, action) : number(action.delivered),
                  amount: number(action.amount),
                })}
                {'. '}
                {action.targetId ? (
                  <>
                    {say('smart.counted')} <Link href={`/targets/${action.targetId}`}>{action.targetName}</Link>
                  </>
                ) : (
                  say('smart.reported')
                )}
              </>
            ),
          },
          {
            key: say('c.remaining'),
            value: action.isCovered ? remainingOf(page, action) : number(action.figures.remaining),
          },
          { key: say('smart.lead'), value: action.lead },
          { key: say('smart.reminded'), value: <Reminded page={page} action={action} /> },
          { key: say('c.when'), value: say('from-to', { from: day(action.sinceOn), to: day(action.dueOn) }) },
          { key: say('c.status'), value: <ActionStatus page={page} action={action} /> },
        ]}
      />
      <p class="govuk-body tl-quiet">{say('rule')}</p>
      <Section id="h-progress" title={say('smart.progress')}>
        {action.progress.length === 0 && <p class="govuk-body">{say('smart.progress-none')}</p>}
        <PlainList>
          {action.progress.map((said) => (
            <li>
              <strong>
                {day(said.saidOn)}: {say(`status.${said.status}`)}
              </strong>
              <p class="tl-m0">{said.words}</p>
              {said.done !== null && (
                <p class="tl-m0">{say('smart.done-of', { done: number(said.done), amount: number(action.amount) })}</p>
              )}
              {said.reason && <p class="tl-m0">{say('by-hand.reason', { reason: said.reason })}</p>}
              <p class="tl-m0 tl-quiet">{said.byName}</p>
            </li>
          ))}
        </PlainList>
      </Section>
      <Section id="h-report" title={say('smart.report')}>
        <ReportForm {...props} />
      </Section>
      <form method="post" action={`/smart-plans/${action.id}/close`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">{say('smart.close')}</Button>
      </form>
    </Layout>
  )
}

function ReportForm({ page, action, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <form method="post" action={`/smart-plans/${action.id}/progress`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Textarea {...field('words')} label={say('smart.words')} rows={3} />
      {!action.targetId && <Input {...field('done')} label={say('smart.done')} width={10} inputMode="numeric" />}
      <Radios
        {...field('status')}
        legend={say('smart.status')}
        items={statuses.map((value) => ({ value, text: say(`status.${value}`) }))}
      />
      <Textarea {...field('reason')} label={say('smart.reason')} hint={say('smart.reason-hint')} rows={2} />
      <Button preventDoubleClick>{say('smart.report-button')}</Button>
    </form>
  )
}

/** Who is reminded, and when they were. */
function Reminded({ page: { locale }, action }: Pick<Props, 'page' | 'action'>) {
  const say = words(locale)
  return (
    <>
      {action.leadAccountName ?? say('smart.reminded-all')}
      {action.reminders.map(({ kind, toldAt, name }) => (
        <small>{say(`smart.reminder.${kind}`, { name, at: formatAt(locale, new Date(toldAt)) })}</small>
      ))}
    </>
  )
}
