import { type AskedTwice, listAskedTwice } from './queries/asked.ts'
import { type MakeReport, percent } from './report.ts'
import { words } from './words.ts'

/** Questions that were asked again although a good answer was there, per agency (R033). */
export const askedTwice: MakeReport = async (reading, range, locale) => {
  const say = words(locale)
  const counts = await listAskedTwice(reading, range)
  const sum = (of: AskedTwice[], key: 'answers' | 'kept' | 'askedAgain') => of.reduce((all, each) => all + each[key], 0)
  const again = sum(counts, 'askedAgain')
  const kept = sum(counts, 'kept')
  const agencies = [...new Set(counts.map(({ agencyName }) => agencyName))]
  const measures = (['answers', 'kept', 'again', 'again-share'] as const).map((name) => ({
    text: say(`column.${name}`),
    isNumeric: true,
  }))
  const numbers = (of: AskedTwice[]) => {
    const [answers, twice] = [sum(of, 'answers'), sum(of, 'askedAgain')]
    return [answers, sum(of, 'kept'), twice, percent(twice, answers)]
  }
  return {
    finding: say('asked.finding', { again, kept }),
    caveat: say('asked.caveat'),
    tables: [
      {
        caption: say('asked.by-agency'),
        columns: [{ text: say('column.agency') }, ...measures],
        rows: agencies.map((name) => [name, ...numbers(counts.filter(({ agencyName }) => agencyName === name))]),
      },
      {
        caption: say('asked.by-question'),
        columns: [{ text: say('column.agency') }, { text: say('column.question') }, ...measures],
        rows: counts
          .filter(({ askedAgain }) => askedAgain > 0)
          .map((each) => [each.agencyName, each.questionKey, ...numbers([each])]),
      },
    ],
    rows: counts.map((each) => ({ ...each })),
  }
}
