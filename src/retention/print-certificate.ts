import { printPdf } from '../platform/print.ts'
import { type Locale, languageTags } from '../platform/words.ts'
import { type Certificate, certificateRows, certificateText } from './certificate.ts'
import { words } from './words.ts'

/** The certificate as tagged PDF (PDF/UA-1), on A4. */
export function printCertificate(locale: Locale, certificate: Certificate, printedAt: Date): Buffer {
  const [lang, region] = languageTags[locale].split('-')
  const say = words(locale)
  const sheet = {
    ...{ lang, region, title: say('certificate.title'), text: certificateText(locale, certificate) },
    rows: certificateRows(locale, certificate),
    gone: { title: say('certificate.rows'), rows: certificate.rowsGone },
  }
  return printPdf('retention/certificate.typ', sheet, printedAt)
}
