import { newId } from '../../platform/ids.ts'
import {
  Button, Checkboxes, Details, Note, PlainList, problemOf, Radios, Select, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { typedList, typedText } from '../../platform/web/form.ts'
import { lacksOf } from '../evaluation.ts'
import { words } from '../words.ts'
import type { EvaluationProps } from './evaluation-page.tsx'

/** Begins it, or says what is still missing. */
export function BeginForm({ page, evaluation }: Pick<EvaluationProps, 'page' | 'evaluation'>) {
  const say = words(page.locale)
  const lacks = lacksOf(evaluation)
  if (lacks.length > 0)
    return (
      <Note title={say('begin.lacks')}>
        <PlainList>
          {lacks.map((lack) => (
            <li>{say(`lack.${lack}`)}</li>
          ))}
        </PlainList>
      </Note>
    )
  return (
    <form method="post" action={`/evaluations/${evaluation.id}/begin`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={evaluation.version} />
      <p class="govuk-body">{say('begin.text')}</p>
      <Button preventDoubleClick>{say('begin')}</Button>
    </form>
  )
}

/** Where a result is written, or what had to be done otherwise. */
export function EntryForm({ page, evaluation, analyses, form }: EvaluationProps) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Details summary={say('write')} isOpen={['kind', 'words'].some((name) => problemOf(form.problems, name, say))}>
      <form method="post" action={`/evaluations/${evaluation.id}/entries`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          {...field('kind')}
          legend={say('write.kind')}
          items={(['RESULT', 'CHANGE'] as const).map((value) => ({ value, text: say(`write.${value}`) }))}
        />
        <Textarea {...field('words')} label={say('write.words')} hint={say('write.words-hint')} rows={5} />
        {analyses.length > 0 && (
          <Select
            {...field('analysisId')}
            label={say('write.analysis')}
            hint={say('write.analysis-hint')}
            items={[
              { value: '', text: say('write.no-analysis') },
              ...analyses.map(({ id, title }) => ({ value: id, text: title })),
            ]}
          />
        )}
        {!evaluation.reportedAt && (
          <Checkboxes
            name="isLast"
            legend={say('write.last-legend')}
            values={typedList(form, 'isLast')}
            items={[{ value: 'yes', text: say('write.last') }]}
          />
        )}
        <Button preventDoubleClick>{say('write.button')}</Button>
      </form>
    </Details>
  )
}

/** Gives it up, with a reason. */
export function StopForm({ page, evaluation, form }: Pick<EvaluationProps, 'page' | 'evaluation' | 'form'>) {
  const say = words(page.locale)
  const error = problemOf(form.problems, 'reason', say)
  return (
    <Details summary={say('stop')} isOpen={error !== undefined}>
      <form method="post" action={`/evaluations/${evaluation.id}/stop`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Textarea name="reason" value={typedText(form, 'reason')} error={error} label={say('stop.reason')} rows={3} />
        <Button kind="secondary" preventDoubleClick>
          {say('stop.button')}
        </Button>
      </form>
    </Details>
  )
}
