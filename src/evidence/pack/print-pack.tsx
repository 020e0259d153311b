import { formatAt } from '../../platform/dates.ts'
import { printPdf } from '../../platform/print.ts'
import { type Locale, languageTags } from '../../platform/words.ts'
import { FindingPictureOf, pictureText } from '../views/finding-picture.tsx'
import { words } from '../words.ts'
import type { Block } from './block.ts'

interface Pack {
  locale: Locale
  title: string
  blocks: readonly Block[]
  by: { name: string; agency: string }
  printedAt: Date
}

/** The pack on paper: tagged PDF (PDF/UA-1), A4, each picture with its words and its numbers in a table. */
export async function printPack({ locale, title, blocks, by, printedAt }: Pack): Promise<Buffer> {
  const say = words(locale)
  const [lang, region] = languageTags[locale].split('-')
  const drawn = await Promise.all(
    blocks.map(async (block) => ({
      ...{ title: block.title, sub: block.sub, sentences: block.sentences, tables: block.tables },
      lang: block.lang ?? lang,
      about: [
        { label: say('about.definition'), text: block.definition },
        { label: say('about.method'), text: block.method },
        { label: say('about.source'), text: block.source },
        { label: say('about.caveats'), text: block.caveats.join(' ') },
      ],
      pictures: await Promise.all(
        block.pictures.map(async (picture) => ({
          svg: String(await FindingPictureOf({ locale, picture }).toString()),
          alt: pictureText(locale, picture),
        })),
      ),
    })),
  )
  const made = say('pack.made', { ...by, at: formatAt(locale, printedAt, 'full') })
  const pack = {
    title: title || say('pack.title'),
    made,
    intro: say('pack.intro'),
    contents: say('pack.contents'),
    blocks: drawn,
    lang,
    region,
  }
  return printPdf('evidence/pack/pack.typ', printable(pack), printedAt)
}

// A control character has no shape in any type; an accessible PDF takes none.
const printable = (value: object): object =>
  JSON.parse(JSON.stringify(value).replace(/\\u00[01][0-9a-f]|\\[bfrt]/g, ' '))
