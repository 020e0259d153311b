import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Details, PlainTable, problemOf, Radios, Section } from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import { words } from '../words.ts'
import type { PlaceProps } from './place-page.tsx'

const scale = [1, 2, 3, 4, 5] as const

/** What somebody answered before and after, side by side, and a form to answer. */
export function MeasuresPart({ page, course, place, measured, form, mayWork }: PlaceProps) {
  const say = words(page.locale)
  const { measures } = course.package
  if (measures.length === 0) return null
  const [before, after] = (['BEFORE', 'AFTER'] as const).map((moment) =>
    measured.find((each) => each.moment === moment),
  )
  const isWrong = form.problems.some(({ field }) => field === 'moment')
  return (
    <Section id="h-measures" title={say('measure.title')} more={say('measure.scale')}>
      {(before || after) && (
        <PlainTable
          caption={say('measure.caption')}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { text: say('measure.statement') },
            {
              text: before
                ? say('measure.before-on', { day: formatDay(page.locale, before.answeredOn, 'brief') })
                : say('measure.BEFORE'),
              format: 'numeric',
            },
            {
              text: after
                ? say('measure.after-on', { day: formatDay(page.locale, after.answeredOn, 'brief') })
                : say('measure.AFTER'),
              format: 'numeric',
            },
          ]}
          rows={measures.map(({ key, texts }) => [
            { text: texts[page.locale].statement },
            { text: String(before?.answers[key] ?? '–'), format: 'numeric' },
            { text: String(after?.answers[key] ?? '–'), format: 'numeric' },
          ])}
        />
      )}
      {mayWork && (
        <Details summary={say('measure.answer')} isOpen={isWrong}>
          <form method="post" action={`/course-places/${place.id}/measures`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <p class="govuk-body">{say('measure.how')}</p>
            <Radios
              name="moment"
              legend={say('measure.moment')}
              isInline
              items={(['BEFORE', 'AFTER'] as const).map((value) => ({ value, text: say(`measure.${value}`) }))}
              value={typedText(form, 'moment') || (before ? 'AFTER' : 'BEFORE')}
              error={problemOf(form.problems, 'moment', say)}
            />
            {measures.map(({ key, texts }) => (
              <Radios
                name={`answer-${key}`}
                legend={texts[page.locale].statement}
                isInline
                isSmall
                items={scale.map((value) => ({ value, text: String(value) }))}
                value={typedText(form, `answer-${key}`)}
              />
            ))}
            <Button kind="secondary">{say('measure.keep')}</Button>
          </form>
        </Details>
      )}
    </Section>
  )
}
