import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reckon } from '../analyses/reckon.ts'
import { tellTrouble } from './tell-trouble.ts'

test.each([
  ['nl', 'days,event\n5,1\nsoon,0', /^Rij 3, kolom days: "soon" is geen getal\. Schrijf daar een getal/],
  ['it', 'days,event\n5,1\n7,0,9', /^Riga 3: Ha 3 celle, l’intestazione 2\. Correggi la riga/],
  ['nl', 'days,event\n-4,1\n7,0', /^Rij 2, kolom days: De tijd -4 is kleiner dan 0\. Tel vanaf de dag/],
  ['it', 'days,other\n4,1', /^Colonna event: Il file non ha questa colonna\. Ha: days, other\.$/],
] as const)('what is wrong with a file is said in %s, with row, column and cure', async (locale, csv, said) => {
  const answer = await reckon('survival', Buffer.from(csv), { time: 'days', event: 'event' })

  if (!('problem' in answer)) throw new Error('the file was taken')
  const { text, lang } = tellTrouble(locale, answer.problem)
  expect(text).toMatch(said)
  expect(lang).toBe(locale)
})

test('a sentence that is not known stands in English and says so', () => {
  expect(tellTrouble('nl', { message: 'Row 2: The moon is full. Wait.', row: 2 })).toEqual({
    text: 'Row 2: The moon is full. Wait.',
    lang: 'en',
  })
})

test('every sentence that a method can say of a file has its words in three languages', () => {
  const files = globSync('src/{outcomes,fairness}/**/*.ts').filter(
    (path) => !/test\.ts$|pictures|planning|funnel/.test(path),
  )
  const said = files.flatMap((path) => sentencesIn(readFileSync(path, 'utf8')))

  expect(said.length).toBeGreaterThan(40)
  expect(said.filter((message) => tellTrouble('nl', { message }).lang === 'en')).toEqual([])
})

/** What stands in quotes where a FileProblem is made, or is named to be what is wrong or the cure of it; gaps as a word. */
function sentencesIn(source: string): string[] {
  const made = [...source.matchAll(/new FileProblem\(([\s\S]*?)\)\n|(?:wrong|cure|quoteCure) =\s*([^\n]*)/g)]
  return made
    .flatMap(([, inside, named]) => (inside ?? named ?? '').match(/'[^']*'|`[^`]*`/g) ?? [])
    .map((quoted) =>
      quoted.slice(1, -1).replace(/(\w?)\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/g, (_, before) => before || '7'),
    ) // glued to a word: it may be left out
    .filter(
      (text) =>
        / .*\.$/.test(text) &&
        !/in the rows/.test(text) &&
        !/There is no file|cannot be read|Look at the path/.test(text),
    )
}
