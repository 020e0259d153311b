import { delimiterOf, FileProblem, readRecords as readLines } from '../../outcomes/index.ts'
import { chooseKind } from './choose-kind.ts'
import { FieldBuilder, pairNeighbours, type Records } from './records.ts'
import { type Kind, readValue } from './values.ts'

export interface Asked {
  files: string[]
  /** Columns to compare; left out, all but id and truth. */
  fields?: string[] | undefined
  id?: string | undefined
  truth?: string | undefined
  /** What some columns hold, where the reader should not choose. */
  kinds: Map<string, Kind>
}

/** What is wrong with a file, in words that name the cure. */
export class UnreadableFile extends Error {}

/** Reads one file, or two to be linked with each other, line by line. @throws UnreadableFile */
export async function readRecords(asked: Asked): Promise<Records> {
  const building = new Building(asked)
  let secondFrom: number | undefined
  for (const file of asked.files) {
    if (building.size > 0) secondFrom = building.size
    await readFile(file, building)
    if (building.size === (secondFrom ?? 0)) throw new UnreadableFile(`${file} has no rows below its header.`)
  }
  return building.done(secondFrom)
}

async function readFile(file: string, building: Building): Promise<void> {
  let width = 0
  try {
    await readLines(file, await delimiterOf(file), (cells, row) => {
      if (width === 0) building.begin(cells, file)
      else if (cells.length === width) building.add(cells)
      else throw new FileProblem(`It has ${cells.length} cells where the header has ${width}.`, widthCure, { row })
      width ||= cells.length
    })
  } catch (error) {
    if (error instanceof FileProblem) throw new UnreadableFile(`${file}: ${error.message}`)
    throw error
  }
  building.endOfFile()
}

const widthCure = 'Mend the line: a cell that holds the separator goes in quotes.'
const sampled = 3000 // rows from which is seen what a column holds

class Building {
  size = 0
  private readonly asked: Asked
  private waiting: string[][] | undefined = []
  private names: string[] = []
  private kinds: Kind[] = []
  private builders: FieldBuilder[] = []
  private places: number[] = []
  private idPlace = -1
  private truthPlace = -1
  private readonly ids: string[] = []
  private readonly truths = new FieldBuilder()

  constructor(asked: Asked) {
    this.asked = asked
  }

  begin(cells: string[], file: string): void {
    const { fields, id, truth, kinds } = this.asked
    const header = cells.map((name) => name.trim())
    const placeOf = (name: string) => {
      const isIt = (column: string) => column.toLowerCase() === name.toLowerCase()
      const place = header.findIndex(isIt)
      const columns = `Its columns: ${header.join(', ')}.`
      if (place < 0) throw new UnreadableFile(`${file} has no column "${name}". ${columns}`)
      if (header.findLastIndex(isIt) === place) return place
      throw new UnreadableFile(`${file} has two columns "${name}". Rename one of them. ${columns}`)
    }
    for (const name of kinds.keys()) placeOf(name)
    this.idPlace = id ? placeOf(id) : header.findIndex((name) => /^(rec_id|record_id|unique_id|id)$/i.test(name))
    this.truthPlace = truth ? placeOf(truth) : -1
    if (this.names.length === 0) {
      const isCompared = (name: string, place: number) =>
        name !== '' && place !== this.idPlace && place !== this.truthPlace
      this.names = fields ?? header.filter(isCompared)
      if (this.names.length === 0)
        throw new UnreadableFile(`${file} has no column to compare by. Its columns: ${header.join(', ')}.`)
      this.builders = this.names.map(() => new FieldBuilder())
    }
    this.places = this.names.map(placeOf)
  }

  add(row: string[]): void {
    this.size += 1
    if (!this.waiting) this.keep(row)
    else if (this.waiting.push(row) >= sampled) this.chooseKinds()
  }

  endOfFile(): void {
    if (this.waiting) this.chooseKinds()
  }

  private chooseKinds(): void {
    const rows = this.waiting!
    const given = new Map([...this.asked.kinds].map(([name, kind]) => [name.toLowerCase(), kind]))
    this.kinds = this.names.map(
      (name, f) =>
        given.get(name.toLowerCase()) ??
        chooseKind(
          name,
          rows.map((row) => row[this.places[f]!]!),
        ),
    )
    this.waiting = undefined
    for (const row of rows) this.keep(row)
  }

  private keep(row: string[]): void {
    this.ids.push(this.idPlace < 0 ? String(this.ids.length + 1) : row[this.idPlace]!.trim())
    if (this.truthPlace >= 0) this.truths.add(whoIs(row[this.truthPlace]!.trim()))
    for (let f = 0; f < this.builders.length; f += 1)
      this.builders[f]!.add(readValue(this.kinds[f]!, row[this.places[f]!]!))
  }

  done(secondFrom: number | undefined): Records {
    const fields = this.names.map((name, f) => ({ name, kind: this.kinds[f]!, ...this.builders[f]!.done() }))
    pairNeighbours(fields)
    return {
      size: this.size,
      ids: this.ids,
      fields,
      ...(this.truthPlace >= 0 && { truth: this.truths.done().codes }),
      ...(secondFrom !== undefined && { secondFrom }),
    }
  }
}

/** FEBRL writes the truth into the number of a record: rec-12-org and rec-12-dup-0 are of person 12. */
const whoIs = (value: string) => /^(rec-\d+)-(org|dup-\d+)$/.exec(value)?.[1] ?? value
