import { Radios } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { answerCodes, type SurveyItem } from '../survey.ts'
import { words } from '../words.ts'

interface Props {
  page: Pick<PageContext, 'locale'>
  items: readonly SurveyItem[]
  typedIn(field: string): string
  errorOf(field: string): string | undefined
}

/** The statements of a survey, each with yes, no and not sure. Every one may be left out. */
export function SurveyItems({ page: { locale }, items, typedIn, errorOf }: Props) {
  const say = words(locale)
  return (
    <>
      {items.map(({ key, text }) => (
        <Radios
          name={`item-${key}`}
          legend={{ text: text[locale], size: 's' }}
          items={answerCodes.map((value) => ({ value, text: say(`answer.${value}`) }))}
          value={typedIn(`item-${key}`)}
          error={errorOf(`item-${key}`)}
          isInline
        />
      ))}
    </>
  )
}
