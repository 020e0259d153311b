import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// Typst brings Libertinus alone and reads no woff2: these are the letters of the site, in a form that it reads.
const typst = NodeCompiler.create({ workspace: 'src', fontArgs: [{ fontPaths: ['src/platform/print-fonts'] }] })

const mostTries = 200 // each takes out every letter that the one before stumbled over: two or three do

/**
 * Prints a Typst template as an accessible PDF (PDF/UA-1). What somebody is called or wrote may hold letters that our type does not
 * have, and an accessible PDF takes none of those: each stands as its number, such as [U+1F642], and a paper with a name in it is
 * printed all the same.
 *
 * @param template - path below `src/`, such as `referrals/letter.typ`.
 * @param data - reaches the template as values and is never run; with `isLettersShown`, false where one stands as its number.
 * @throws when the page would not be accessible: no title, a skipped heading, a picture without words.
 */
export function printPdf(template: string, data: object, printedAt: Date): Buffer {
  let shown = data
  for (let tries = 0; ; tries += 1) {
    try {
      return typst.pdf(
        {
          mainFilePath: `src/${template}`,
          inputs: { data: JSON.stringify({ ...shown, isLettersShown: shown === data }) },
        },
        { pdfStandard: 'ua-1', creationTimestamp: Math.floor(printedAt.getTime() / 1000) },
      )
    } catch (error) {
      const letters = lettersIn(String(error))
      if (letters.length === 0 || tries === mostTries) throw error
      shown = withNumbers(shown, letters) as object
    }
  }
}

const letter = String.raw`\\?"((?:\\u\{[0-9a-f]+\}|\\+t|[^"${'`'}\\])+)\\?"`
const notPrintable = new RegExp(
  `the text ${'`'}${letter}${'`'} could not be displayed|disallowed codepoint ${'`'}${letter}${'`'}`,
  'g',
)

/** The letters that a refusal to print names; the program that prints writes some of them as \u{1F642}. */
function lettersIn(said: string): string[] {
  const found = [...said.replaceAll('\\\\u', '\\u').matchAll(notPrintable)].map(([, lacking, disallowed]) =>
    (lacking ?? disallowed)!
      .replace(/\\+t/g, '\t')
      .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  )
  return [...new Set(found.flatMap((text) => [...text]))]
}

function withNumbers(value: unknown, letters: readonly string[]): unknown {
  if (typeof value === 'string') return letters.reduce((left, each) => left.replaceAll(each, numberOf(each)), value)
  if (Array.isArray(value)) return value.map((each) => withNumbers(each, letters))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withNumbers(each, letters)]))
}

function numberOf(each: string): string {
  if (each === '\t') return ' '
  return each === '\uFEFF' ? '' : `[U+${each.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
}
