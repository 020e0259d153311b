import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Checkboxes, Details, Input, Link, Note, PageHead, PrintButton, ProblemSummary, problemOf, Section, Select,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { methods, type QuestionField } from '../analyses/methods.ts'
import type { Block } from '../pack/block.ts'
import type { Analysis } from '../queries/analyses.ts'
import { words } from '../words.ts'
import { BlockAbout, BlockFound } from './block-view.tsx'

type Key = Parameters<ReturnType<typeof words>>[0]

interface Props {
  page: PageContext
  analysis: Analysis
  /** What may be shown of the answer, once there is one. */
  block: Block | undefined
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** One analysis, wherever it stands: its question, that it is at work, what has to be mended, or what was found. */
export function AnalysisPage(props: Props) {
  const { page, analysis, block, form } = props
  const { locale } = page
  const say = words(locale)
  const { id, state, title } = analysis
  const isAtWork = state === 'WAITING' || state === 'RUNNING'
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0} print="wide">
      <BackLink href="/evidence">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={title}
        sub={block?.sub ?? say('analysis.sub', { method: say(`method.${analysis.method}`), file: analysis.fileName })}
        actions={
          block && (
            <>
              <Link href={`/evidence/analyses/${id}.csv`}>{say('csv')}</Link>
              <Link href={`/evidence/analyses/${id}.json`}>{say('json')}</Link>
              <PrintButton>{say('print')}</PrintButton>
            </>
          )
        }
      />
      {isAtWork && <AtWork {...props} />}
      {analysis.problem && (
        <Note tone="warn" title={say('problem.title')}>
          <p class="govuk-body tl-m0" lang="en">
            {withLabels(analysis.problem.message, say)}
          </p>
        </Note>
      )}
      {block && (
        <>
          <BlockFound page={page} block={block} />
          <Section id="h-about" title={say('about')}>
            <BlockAbout page={page} block={block} />
          </Section>
        </>
      )}
      {!isAtWork &&
        (block && form.problems.length === 0 ? (
          <Details summary={say('ask.again')}>
            <Question {...props} />
          </Details>
        ) : (
          <Section id="h-ask" title={say('ask.title')}>
            <Question {...props} />
          </Section>
        ))}
      <p class="govuk-body tl-quiet">
        {say('analysis.until', { day: formatDay(locale, dayAt(analysis.forgetAt), 'full') })}
      </p>
      <form method="post" action={`/evidence/analyses/${id}/removal`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">{say('analysis.remove')}</Button>
      </form>
    </Layout>
  )
}

function AtWork({ page: { locale }, analysis: { id, state, before, askedAt, startedAt } }: Props) {
  const say = words(locale)
  const since = startedAt ?? askedAt
  return (
    <Note title={say(`state.${state}`)}>
      <p class="govuk-body">
        {say(state === 'RUNNING' ? 'at-work.running' : 'at-work.waiting', {
          count: before,
          time: since ? formatTime(locale, since) : '',
        })}
      </p>
      <p class="govuk-body tl-m0">
        <Link href={`/evidence/analyses/${id}`}>{say('at-work.look')}</Link>
      </p>
    </Note>
  )
}

function Question({ page, analysis, form }: Props) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/evidence/analyses/${analysis.id}/question`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      {methods[analysis.method].map((field) => (
        <FieldOf field={field} analysis={analysis} form={form} say={say} />
      ))}
      <Button>{say('ask.start')}</Button>
    </form>
  )
}

interface FieldProps extends Pick<Props, 'analysis' | 'form'> {
  field: QuestionField
  say: ReturnType<typeof words>
}

function FieldOf({ field: { name, takes, isRequired }, analysis, form, say }: FieldProps) {
  const label = say(isRequired || takes === 'columns' ? (`field.${name}` as Key) : 'field.optional', {
    field: say(`field.${name}` as Key),
  })
  const said = { name, hint: say(`field.${name}-hint` as Key), error: problemOf(form.problems, name, say) }
  if (takes === 'number') {
    return <Input {...said} label={label} value={typedText(form, name)} width={5} inputMode="decimal" />
  }
  const items = analysis.columns.map((column) => ({ value: column, text: column }))
  if (takes === 'columns') {
    return <Checkboxes {...said} legend={label} items={items} values={typedList(form, name)} isSmall />
  }
  return (
    <Select
      {...said}
      label={label}
      items={[{ value: '', text: say('ask.choose') }, ...items]}
      value={typedText(form, name)}
    />
  )
}

/** The commands call a field by its option; a page by its label. */
function withLabels(message: string, say: ReturnType<typeof words>): string {
  const labels = Object.values(methods).flatMap((fields) => fields.map(({ name }) => name))
  return message.replace(/--([a-z-]+)/g, (option, name: string) =>
    labels.includes(name) ? `“${say(`field.${name}` as Key)}”` : option,
  )
}
