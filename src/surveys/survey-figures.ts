import type { Reading } from '../platform/database.ts'
import type { Locale } from '../platform/words.ts'
import { type QuarterFigures, quarterFigures } from './quarter-figures.ts'
import { listItems, listResults, listSurveys } from './queries/surveys.ts'
import { words } from './words.ts'

/** How a survey was answered, question by question, the first quarter first. Questions that nobody answered yet have no quarters. */
export interface SurveyFigures {
  id: string
  name: string
  items: { key: string; text: string; quarters: QuarterFigures[] }[]
}

/** The surveys that are open, as far as the reader may read how they were answered. */
export async function readSurveyFigures(reading: Reading, locale: Locale): Promise<SurveyFigures[]> {
  const say = words(locale)
  const found: SurveyFigures[] = []
  for (const { id, audience } of await listSurveys(reading)) {
    const results = await listResults(reading, id)
    const items = (await listItems(reading, id)).map(({ key, text }) => ({
      ...{ key, text: text[locale] },
      quarters: results.filter(({ item }) => item === key).map((result) => quarterFigures(locale, result)),
    }))
    found.push({ id, name: say(`audience.${audience}`), items })
  }
  return found
}
