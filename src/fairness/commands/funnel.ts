import { type Answer, FileProblem, type Given, outcomeCommand, readTable, type Table } from '../../outcomes/index.ts'
import { drawFunnel, type Funnel, type FunnelArea } from '../draw-funnel.ts'

export const funnelCommand = outcomeCommand({
  name: 'funnel',
  summary: 'Compares areas of different sizes with what all together would give.',
  options: [
    { name: 'data', takes: 'FILE', says: 'one row an area; rows of the same area are added up', isRequired: true },
    { name: 'area', takes: 'COL', says: 'its name', isRequired: true },
    { name: 'events', takes: 'COL', says: 'to how many it happened', isRequired: true },
    { name: 'n', takes: 'COL', says: 'of how many people', isRequired: true },
  ],
  prints: [
    'overall; areas with rate and the exact binomial limits lower95, upper95, lower998, upper998, between which areas of that',
    'size would lie by chance; overdispersion, the mean squared z-score: well above 1 means that areas differ for more',
    'reasons than chance, and stands then uses limits that are wider by its root. No league table: an area inside the limits',
    'is no better and no worse than another.',
  ],
  answer: answerFunnel,
})

async function answerFunnel(given: Given): Promise<Answer> {
  const [area, events, n] = [given.text('area'), given.text('events'), given.text('n')]
  const table = await readTable(given.file('data'), [
    { name: area, kind: 'text' },
    { name: events, kind: 'number' },
    { name: n, kind: 'number' },
  ])
  const found = { ...drawFunnel(areasOf(table, { area, events, n })), leftOut: table.leftOut }
  return { json: found, lines: linesOf(found) }
}

function areasOf(table: Table, columns: { area: string; events: string; n: string }): FunnelArea[] {
  const names = table.text(columns.area)
  const [events, people] = [table.number(columns.events), table.number(columns.n)]
  const areas = new Map<string, FunnelArea>()
  for (let at = 0; at < table.rows; at += 1) {
    const where = { row: table.rowNumbers[at]!, column: columns.n }
    const [n, happened] = [people[at]!, events[at]!]
    if (!Number.isInteger(n) || n < 1) throw new FileProblem(`${n} is no number of people.`, 'Write 1 or more.', where)
    if (!Number.isInteger(happened) || happened < 0 || happened > n) {
      const cure = `Write a whole number from 0 to ${n}.`
      throw new FileProblem(`${happened} of ${n} cannot be.`, cure, { ...where, column: columns.events })
    }
    const area = names.levels[names.codes[at]!]!
    const known = areas.get(area) ?? { area, n: 0, events: 0 }
    areas.set(area, { area, n: known.n + n, events: known.events + happened })
  }
  return [...areas.values()]
}

function linesOf({ overall, areas, overdispersion }: Funnel): string[] {
  const share = (value: number) => `${(value * 100).toFixed(1)}%`
  return [
    `All together: ${share(overall)}; overdispersion ${overdispersion?.toFixed(2) ?? 'of fewer than two areas'}`,
    ...areas.map(
      ({ area, n, events, rate, lower95, upper95, stands }) =>
        `  ${area}: ${events} of ${n}, ${share(rate)} (95% by chance: ${share(lower95)} to ${share(upper95)}), ${stands}`,
    ),
  ]
}
