import { writeFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aFile } from '../builders.ts'
import { FileProblem } from './file-problem.ts'
import { readTable } from './read-table.ts'

const path = aFile('')
const settings = { seed: 1976, numRuns: 50 }
const cell = fc.string({ unit: fc.constantFrom('a', 'é', '7', ' ', ',', ';', '"', '\n', '\r\n', "'"), maxLength: 6 })

test('what a spreadsheet saved comes back cell by cell, whatever stands in the cells', async () => {
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 })

  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',', ';'), fc.boolean(), async (cells, delimiter, isQuoted) => {
      const written = cells.map(([one, two]) => [`x${one}x`, `x${two}x`])
      writeFileSync(path, stringify([['one', 'two'], ...written], { delimiter, quoted: isQuoted }))

      const table = await readTable(path, [
        { name: 'one', kind: 'text' },
        { name: 'two', kind: 'text' },
      ])
      const back = (name: string) => [...table.text(name).codes].map((code) => table.text(name).levels[code])
      expect(back('one')).toEqual(written.map(([one]) => one))
      expect(back('two')).toEqual(written.map(([, two]) => two))
    }),
    settings,
  )
})

test('a file of anything is read, or refused in a sentence; it never ends in a fault', async () => {
  const anything = fc.oneof(
    cell.map((text) => `a,b\n1,2\n${text}\n`),
    fc.uint8Array({ maxLength: 60 }),
  )

  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      writeFileSync(path, text)
      const read = readTable(path, [{ name: 'a', kind: 'either' }])
      const problem = await read.then(() => undefined).catch((error: unknown) => error)
      if (problem !== undefined) expect(problem).toBeInstanceOf(FileProblem)
    }),
    { ...settings, numRuns: 30 },
  )
})
