import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../platform/testing/read-pdf.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aRequest, aSharedRecord, built, decidedAndChecked } from './builders.ts'
import { takeCopy } from './hand-over.ts'
import { findMarks } from './redact.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world?.close())

const squeezed = (text: string) => text.replace(/\s+/g, ' ')

test('what a prison and a council release goes out in one copy; what was taken out, intelligence and a mentor’s note do not', async () => {
  const { record, prison, council, police, charity } = await aSharedRecord(world)
  const requestId = await aRequest(world, prison.first, record)
  await decidedAndChecked(world, council, requestId, ({ fields }) => {
    const marks = findMarks(fields ?? [], 'rosalind  fairweather')
    return marks.length > 0 ? { decision: 'REDACT', exemption: 'THIRD_PARTY', marks } : {}
  })
  await decidedAndChecked(world, police, requestId, ({ kind }) =>
    kind === 'NOTE' ? { decision: 'WITHHOLD', exemption: 'CRIME' } : {},
  )
  await decidedAndChecked(world, charity, requestId)
  await decidedAndChecked(world, prison, requestId)

  await built(world, prison.first, requestId)
  const pdf = await world.database.change(prison.first, (change) => takeCopy(change, requestId, 'pdf'))
  const json = await world.database.change(prison.first, (change) => takeCopy(change, requestId, 'json'))

  const paper = readPdf(pdf)
  expect([paper.isTagged, paper.isUniversallyAccessible, paper.language]).toEqual([true, true, 'en-GB'])
  for (const text of [squeezed(paper.text), json.toString()]) {
    expect(text).toContain('He rang his mother')
    expect(text).toContain('Mill Lane')
    for (const secret of ['Rosalind', 'Fairweather', 'Harlow', 'blue boat']) expect(text).not.toContain(secret)
  }
  expect(pdf.toString('latin1')).not.toMatch(/Rosalind|Fairweather|Harlow|blue boat/)
})
