import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFile, ask, refusalOf } from '../builders.ts'
import { scaleOf } from './scale.ts'

const drawn = async (name: string, options: Record<string, string>) => {
  const picture = `${options['data']}.svg`
  const { json } = await ask(name, { ...options, picture })
  return { json, svg: readFileSync(picture, 'utf8') }
}
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)

test('curves come with a name, a description, who was still watched, and names at their ends', async () => {
  const data = aFile('weeks,back,wing\n5,1,A & B\n9,0,A & B\n20,1,A & B\n3,1,C\n12,1,C\n20,0,C\n')

  const { svg } = await drawn('survival', { data, time: 'weeks', event: 'back', group: 'wing' })
  expect(svg).toContain('<title id="title">Still without the event over weeks, by wing</title>')
  expect(svg).toContain('6 rows, 4 with the event. A &amp; B: 0.0% at 20; C: 33.3% at 20.</desc>')
  expect(textsOf(svg).filter((text) => text === 'A &amp; B')).toHaveLength(2)
  expect(textsOf(svg).join(' ')).toMatch(/still watched 3 3 1 1 1 A &amp; B 3 2 2 1 1 C$/)
  expect(svg).not.toMatch(/NaN|undefined|Infinity/)
})

test('a balance and a series are drawn with the numbers that are printed', async () => {
  const people = Array.from({ length: 40 }, (_, index) => ({
    joined: Number(index % 3 === 0),
    back: index % 2,
    age: 20 + ((index * 7) % 23),
  }))
  const months = Array.from({ length: 24 }, (_, index) => ({ recalls: 20 + (index % 3) - (index >= 12 ? 8 : 0) }))

  const balance = await drawn('match', { data: aFile(people), treatment: 'joined', outcome: 'back', covariates: 'age' })
  const series = await drawn('its', { data: aFile(months), value: 'recalls', break: '13' })
  expect(balance.svg).toContain(`matching ${balance.json.matched} treated with ${balance.json.comparison}`)
  expect(textsOf(balance.svg)).toContain('age')
  expect(series.svg).toContain(`the level moved by ${Number(series.json.step.estimate.toPrecision(4))}, 95% interval`)
  expect(balance.svg + series.svg).not.toMatch(/NaN|undefined|Infinity/)
})

test('a picture that has no place to go is said', async () => {
  const data = aFile('weeks,back\n5,1\n9,0\n7,1\n')
  const picture = join(`${data}.none`, 'curve.svg')

  expect(await refusalOf('survival', { data, time: 'weeks', event: 'back', picture })).toMatch(
    /cannot be written to .* Look at the folder/,
  )
})

test('ticks are round numbers', () => {
  expect(scaleOf([0, 52], [0, 100], 8).ticks).toEqual([0, 10, 20, 30, 40, 50])
  expect(scaleOf([0.5, 1], [0, 100], 5).ticks).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1])
  expect(scaleOf([-1.97, 1.97], [0, 100], 8).ticks).toEqual([-1.5, -1, -0.5, 0, 0.5, 1, 1.5])
})
