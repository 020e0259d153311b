import { pathwayLabel } from '../agencies/index.ts'
import { type DaysToService, listDaysToService } from './queries/starts.ts'
import type { MakeReport } from './report.ts'
import { words } from './words.ts'

/** Days from need to service started, per pathway and provider (R168). */
export const timeToService: MakeReport = async (reading, range, locale) => {
  const say = words(locale)
  const lines = await listDaysToService(reading, range)
  const pathways = lines.filter(({ providerName }) => providerName === null)
  const slowest = pathways.toSorted((a, b) => b.median - a.median)[0]
  const numbers = (line: DaysToService) =>
    [line.started, line.lowerQuartile, line.median, line.upperQuartile].map(rounded)
  const measures = (['started', 'lower', 'median', 'upper'] as const).map((name) => ({
    text: say(`column.${name}`),
    isNumeric: true,
  }))
  return {
    finding: slowest
      ? say('time.finding', { pathway: pathwayLabel(locale, slowest.pathway), days: rounded(slowest.median) })
      : say('time.nothing'),
    caveat: say('time.caveat'),
    tables: [
      {
        caption: say('time.by-pathway'),
        columns: [{ text: say('column.pathway') }, ...measures],
        rows: pathways.map((line) => [pathwayLabel(locale, line.pathway), ...numbers(line)]),
      },
      {
        caption: say('time.by-provider'),
        columns: [{ text: say('column.pathway') }, { text: say('column.provider') }, ...measures],
        rows: lines
          .filter(({ providerName }) => providerName !== null)
          .map((line) => [pathwayLabel(locale, line.pathway), line.providerName, ...numbers(line)]),
      },
    ],
    rows: lines.map((line) => ({ ...line })),
  }
}

const rounded = (days: number) => Math.round(days * 10) / 10
