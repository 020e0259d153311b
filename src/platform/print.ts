import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

// Typst brings Libertinus alone and reads no woff2: these are the letters of the site, in a form that it reads.
const typst = NodeCompiler.create({ workspace: 'src', fontArgs: [{ fontPaths: ['src/platform/print-fonts'] }] })

/**
 * Prints a Typst template as an accessible PDF (PDF/UA-1).
 *
 * @param template - path below `src/`, such as `referrals/letter.typ`.
 * @param data - reaches the template as values and is never run.
 * @throws when the page would not be accessible: no title, a skipped heading, a picture without words.
 */
export function printPdf(template: string, data: object, printedAt: Date): Buffer {
  return typst.pdf(
    { mainFilePath: `src/${template}`, inputs: { data: JSON.stringify(data) } },
    { pdfStandard: 'ua-1', creationTimestamp: Math.floor(printedAt.getTime() / 1000) },
  )
}
