import { FileProblem } from './file-problem.ts'
import type { Table, Wanted } from './read-table.ts'

/** The covariates of a model as numbers: row after row, one place for each number column and each level but the first. */
export interface Design {
  rows: number
  /** `age`, or `racewhite` for the level white of race, against its first level in alphabetical order. */
  names: string[]
  /** The column of the file that each place stems from. */
  columns: string[]
  values: Float64Array
}

const mostLevels = 100

/** How covariates are asked of the file; those named as text are levels, whatever stands in them. */
export function wantedCovariates(covariates: string[], asText: string[]): Wanted[] {
  return covariates.map((name) => ({ name, kind: asText.includes(name) ? 'text' : 'either' }))
}

/** @throws FileProblem a column holds one value alone, or so many words that they are names. */
export function designOf(table: Table, covariates: string[]): Design {
  const parts = covariates.flatMap((name) => partsOf(table, name))
  const places = parts.length
  const values = new Float64Array(table.rows * places)
  parts.forEach(({ valueAt }, place) => {
    for (let row = 0; row < table.rows; row += 1) values[row * places + place] = valueAt(row)
  })
  return {
    rows: table.rows,
    names: parts.map(({ name }) => name),
    columns: parts.map(({ column }) => column),
    values,
  }
}

interface Part {
  name: string
  column: string
  valueAt(row: number): number
}

function partsOf(table: Table, name: string): Part[] {
  const column = table.column(name)
  if (column.kind === 'number') {
    if (column.values.every((value) => value === column.values[0])) throw oneValue(name, String(column.values[0]))
    return [{ name, column: name, valueAt: (row) => column.values[row]! }]
  }
  const { levels, codes } = column
  if (levels.length === 1) throw oneValue(name, levels[0]!)
  if (levels.length > mostLevels) {
    throw new FileProblem(
      `It has ${levels.length} different words.`,
      'A covariate is a number or one of a few words.',
      {
        column: name,
      },
    )
  }
  return levels.slice(1).map((level, index) => ({
    name: `${name}${level}`,
    column: name,
    valueAt: (row) => (codes[row] === index + 1 ? 1 : 0),
  }))
}

const oneValue = (column: string, value: string) =>
  new FileProblem(`Every row has the same value, ${value}.`, 'It explains nothing: leave it out.', { column })

/** Each place brought to mean 0 and standard deviation 1, so that no unit of measurement costs digits. */
export function standardised({ rows, names, values }: Design): {
  values: Float64Array
  means: number[]
  sds: number[]
} {
  const places = names.length
  const means = new Array<number>(places).fill(0)
  const sds = new Array<number>(places).fill(0)
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < places; place += 1) means[place]! += values[row * places + place]! / rows
  }
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < places; place += 1) {
      sds[place]! += (values[row * places + place]! - means[place]!) ** 2 / rows
    }
  }
  const scales = sds.map(Math.sqrt)
  const moved = new Float64Array(values.length)
  for (let row = 0; row < rows; row += 1) {
    for (let place = 0; place < places; place += 1) {
      moved[row * places + place] = (values[row * places + place]! - means[place]!) / scales[place]!
    }
  }
  return { values: moved, means, sds: scales }
}

/** What to say of a place that the ones before it explain. */
export function saysNothingNew({ names, columns }: Design, place: number): FileProblem {
  const name = names[place] === columns[place] ? '' : ` (${names[place]})`
  const wrong = `The columns before it already say all that it says${name}.`
  return new FileProblem(wrong, 'Leave it out, or one of those it follows from.', { column: columns[place]! })
}
