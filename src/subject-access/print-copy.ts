import { printPdf } from '../platform/print.ts'
import type { Copy } from './compose-copy.ts'

/** The copy on paper: tagged PDF, A4. It says so where letters stand as their number; the file for machines has them all. */
export function printCopy(copy: Copy, printedAt: Date): Buffer {
  const [lang, region] = copy.lang.split('-')
  return printPdf('subject-access/copy.typ', { copy, lang, region }, printedAt)
}
