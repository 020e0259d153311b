import { printPdf } from '../platform/print.ts'
import type { Copy } from './compose-copy.ts'

/** The copy on paper: tagged PDF, A4. */
export function printCopy(copy: Copy, printedAt: Date): Buffer {
  const [lang, region] = copy.lang.split('-')
  return printPdf('subject-access/copy.typ', { copy, lang, region }, printedAt)
}
