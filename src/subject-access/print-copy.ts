import { printPdf } from '../platform/print.ts'
import type { Copy } from './compose-copy.ts'

const mostTries = 200 // each takes out every letter that the one before stumbled over: two or three do
const notPrintable = /the text `\\?"((?:\\u\{[0-9a-f]+\}|\\+t|[^"`\\])+)\\?"` could not be displayed/g

/**
 * The copy on paper: tagged PDF, A4. What somebody wrote may hold letters that our type does not have, and an accessible PDF takes
 * none of those: each stands as its number, such as [U+1F642], and the paper says so. The file for machines has them all.
 */
export function printCopy(copy: Copy, printedAt: Date): Buffer {
  const [lang, region] = copy.lang.split('-')
  let shown: Copy = copy
  for (let tries = 0; ; tries += 1) {
    try {
      return printPdf(
        'subject-access/copy.typ',
        { copy: shown, isLettersShown: shown === copy, lang, region },
        printedAt,
      )
    } catch (error) {
      const letters = lettersIn(String(error))
      if (letters.length === 0 || tries === mostTries) throw error
      shown = withNumbers(shown, letters)
    }
  }
}

/** The letters that a refusal to print names; the program that prints writes some of them as \u{1F642}. */
function lettersIn(said: string): string[] {
  const found = [...said.replaceAll('\\\\u', '\\u').matchAll(notPrintable)].map(([, text]) =>
    text!
      .replace(/\\+t/g, '\t')
      .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  )
  return [...new Set(found.flatMap((text) => [...text]))]
}

const numberOf = (letter: string): string => `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`

function withNumbers(copy: Copy, letters: readonly string[]): Copy {
  const clean = (text: string) =>
    letters.reduce((left, letter) => left.replaceAll(letter, letter === '\t' ? ' ' : numberOf(letter)), text)
  return {
    ...copy,
    groups: copy.groups.map(({ title, items }) => ({
      title,
      items: items.map(({ day, lines }) => ({
        day,
        lines: lines.map(({ label, pieces }) => ({
          label: clean(label),
          pieces: pieces.map((piece) => (piece === null ? null : clean(piece))),
        })),
      })),
    })),
  }
}
