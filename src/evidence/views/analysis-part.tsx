import { formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, ButtonGroup, Checkboxes, Details, Input, Link, Note, problemOf, Section, Select,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { methods, type QuestionField } from '../analyses/methods.ts'
import type { Block } from '../pack/block.ts'
import type { Analysis } from '../queries/analyses.ts'
import { tellTrouble } from '../troubles/tell-trouble.ts'
import { words } from '../words.ts'
import { BlockAbout, BlockFound } from './block-view.tsx'

type Key = Parameters<ReturnType<typeof words>>[0]

export interface AnalysisProps {
  page: PageContext
  analysis: Analysis
  /** What may be shown of the answer, once there is one. */
  block: Block | undefined
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

export const isAtWork = ({ state }: Pick<Analysis, 'state'>): boolean => state === 'WAITING' || state === 'RUNNING'

/** Where an analysis stands: that it is at work, what has to be mended, or what was found; and its question. */
export function AnalysisPart(props: AnalysisProps) {
  const { page, analysis, block, form } = props
  const say = words(page.locale)
  if (isAtWork(analysis)) return <AtWork {...props} />
  const trouble = analysis.problem && tellTrouble(page.locale, analysis.problem)
  return (
    <>
      {trouble && (
        <Note tone="warn" title={say('problem.title')}>
          <p class="govuk-body tl-m0" lang={trouble.lang}>
            {withLabels(trouble.text, say)}
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
      {block && form.problems.length === 0 ? (
        <Details summary={say('ask.again')}>
          <Question {...props} />
        </Details>
      ) : (
        <Section id="h-ask" title={say('ask.title')}>
          <Question {...props} />
        </Section>
      )}
    </>
  )
}

function AtWork({ page: { locale }, analysis: { id, state, before, askedAt, startedAt } }: AnalysisProps) {
  const say = words(locale)
  const since = startedAt ?? askedAt
  const time = since ? formatTime(locale, since) : ''
  return (
    <Note title={say(`state.${state}`)}>
      <p class="govuk-body">
        {say(state === 'RUNNING' ? 'at-work.running' : 'at-work.waiting', { count: before, time })}
      </p>
      <form method="post" action={`/evidence/analyses/${id}/stop`}>
        <input type="hidden" name="formId" value={newId()} />
        <ButtonGroup>
          <Button kind="secondary">{say('at-work.stop')}</Button>
          <Link href={`/evidence/analyses/${id}`}>{say('at-work.look')}</Link>
        </ButtonGroup>
      </form>
    </Note>
  )
}

function Question({ page, analysis, form }: AnalysisProps) {
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

interface FieldProps extends Pick<AnalysisProps, 'analysis' | 'form'> {
  field: QuestionField
  say: ReturnType<typeof words>
}

function FieldOf({ field: { name, takes, isRequired }, analysis, form, say }: FieldProps) {
  const label = say(isRequired || takes === 'columns' ? (`field.${name}` as Key) : 'field.optional', {
    field: say(`field.${name}` as Key),
  })
  const said = { name, hint: say(`field.${name}-hint` as Key), error: problemOf(form.problems, name, say) }
  if (takes === 'month') return <Input {...said} label={label} value={typedText(form, name)} width={10} />
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
