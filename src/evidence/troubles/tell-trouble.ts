import type { Locale } from '../../platform/words.ts'
import type { FileTrouble } from '../analyses/reckon.ts'
import { sentences, words } from './words.ts'

type Key = keyof typeof sentences

const gap = /\{(\w+)\}/g

/** The sentences of the methods as patterns, those with the fewest gaps first: what leaves nothing open is the surest. */
const patterns = (Object.entries(sentences) as [Key, string][])
  .filter(([key]) => key.startsWith('said.'))
  .map(([key, text]) => ({ key, names: gapsOf(text), pattern: patternOf(text) }))
  .sort((one, two) => one.names.length - two.names.length)

/**
 * What is wrong with a file, in the reader's language: the methods say it in English, in sentences of which each has its words here.
 *
 * @returns the sentences, and their language: English where one of them is not known.
 */
export function tellTrouble(locale: Locale, { message, row, column }: FileTrouble): { text: string; lang: Locale } {
  const say = words(locale)
  const told: string[] = []
  let left = message.slice(openingOf(row, column).length)
  while (left !== '') {
    const found = firstOf(left)
    if (!found) return { text: message, lang: 'en' }
    told.push(say(found.key, found.values))
    left = left.slice(found.length).trimStart()
  }
  const place =
    row === undefined ? (column === undefined ? undefined : 'column') : column === undefined ? 'row' : 'both'
  return { text: `${place ? say(`place.${place}`, { row: String(row), column }) : ''}${told.join(' ')}`, lang: locale }
}

function openingOf(row: number | undefined, column: string | undefined): string {
  if (row === undefined) return column === undefined ? '' : `Column ${column}: `
  return column === undefined ? `Row ${row}: ` : `Row ${row}, column ${column}: `
}

function firstOf(text: string): { key: Key; values: Record<string, string>; length: number } | undefined {
  for (const { key, names, pattern } of patterns) {
    const found = pattern.exec(text)
    if (found) {
      const values = Object.fromEntries(names.map((name, index) => [name, found[index + 1]!]))
      return { key, values, length: found[0].length }
    }
  }
  return undefined
}

function gapsOf(text: string): string[] {
  return [...text.matchAll(gap)].map(([, name]) => name!)
}

function patternOf(text: string): RegExp {
  const parts = text
    .split(gap)
    .map((part, index) => (index % 2 === 1 ? '(.+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${parts.join('')}(?= |$)`, 's')
}
