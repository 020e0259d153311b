import { createReadStream, existsSync } from 'node:fs'
import { parse } from 'csv-parse'
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
  if (!existsSync(file)) throw new UnreadableFile(`There is no file ${file}.`)
  const rows = createReadStream(file).pipe(
    parse({ bom: true, trim: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
  )
  let isHeader = true
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (isHeader) building.begin(row, file)
      else building.add(row)
      isHeader = false
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error
    throw new UnreadableFile(`${file} cannot be read as CSV: ${(error as Error).message}.`)
  }
  building.endOfFile()
}

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

  begin(header: string[], file: string): void {
    const { fields, id, truth, kinds } = this.asked
    const placeOf = (name: string) => {
      const place = header.findIndex((column) => column.toLowerCase() === name.toLowerCase())
      if (place < 0) throw new UnreadableFile(`${file} has no column "${name}". Its columns: ${header.join(', ')}.`)
      return place
    }
    for (const name of kinds.keys()) placeOf(name)
    this.idPlace = id ? placeOf(id) : header.findIndex((name) => /^(rec_id|record_id|unique_id|id)$/i.test(name))
    this.truthPlace = truth ? placeOf(truth) : -1
    if (this.names.length === 0) {
      const isCompared = (_: string, place: number) => place !== this.idPlace && place !== this.truthPlace
      this.names = fields ?? header.filter(isCompared)
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
          rows.map((row) => row[this.places[f]!] ?? ''),
        ),
    )
    this.waiting = undefined
    for (const row of rows) this.keep(row)
  }

  private keep(row: string[]): void {
    this.ids.push(this.idPlace < 0 ? String(this.ids.length + 1) : (row[this.idPlace] ?? ''))
    if (this.truthPlace >= 0) this.truths.add(whoIs(row[this.truthPlace] ?? ''))
    for (let f = 0; f < this.builders.length; f += 1)
      this.builders[f]!.add(readValue(this.kinds[f]!, row[this.places[f]!] ?? ''))
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
