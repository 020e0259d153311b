import { printPdf } from '../platform/print.ts'
import { languageTags } from '../platform/words.ts'
import { codeFor } from './code-for.ts'
import type { PassportSize } from './issue-passport.ts'
import type { Passport } from './passport.ts'
import { iconOfPathway } from './pathway-icons.ts'

interface Paper {
  size: PassportSize
  shortCode: string
  publicUrl: string
  printedAt: Date
}

/** The passport as tagged PDF (PDF/UA-1), in its language, on A4 or A5. Takes about 15 ms. */
export function printPassport(passport: Passport, { size, shortCode, publicUrl, printedAt }: Paper): Buffer {
  const [lang, region] = languageTags[passport.locale].split('-')
  const { drawn, ...code } = codeFor(passport.locale, publicUrl, shortCode)
  const box = `-2 -2 ${drawn.size + 4} ${drawn.size + 4}` // the quiet edge that scanners need
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path d="${drawn.path}" fill="#000"/></svg>`
  const pathways = passport.plan.pathways.map((pathway) => ({ ...pathway, icon: iconOfPathway(pathway.code) }))
  const sheet = {
    passport: { ...passport, plan: { ...passport.plan, pathways } },
    size,
    lang,
    region,
    code: { ...code, svg },
  }
  return printPdf('passports/passport.typ', sheet, printedAt)
}
