import { expect, test } from 'vitest'
import { printPdf } from './print.ts'
import { readPdf } from './testing/read-pdf.ts'

const poster = (name: string) => ({
  title: name,
  pages: [
    {
      ...{ lang: 'en', region: 'GB', name, summary: 'On the wing', whenTitle: 'When', when: 'Monday', where: 'B wing' },
      ...{ whoTitle: 'Who', forWhom: name, rules: [name], howTitle: 'How', how: 'Ask', foot: name },
    },
  ],
})

test.each([
  ['Li Ming 李明', 'Li Ming [U+674E][U+660E]'],
  ['Home 🇮🇹', 'Home [U+1F1EE][U+1F1F9]'],
  ['\uFEFFCopied from a file', 'Copied from a file'],
  ['Bell\u0007', 'Bell[U+0007]'],
])('a paper with letters that our type does not have is printed all the same: %j', async (name, printed) => {
  const { text } = await readPdf(printPdf('courses/poster.typ', poster(name), new Date('2026-03-02T09:30:00Z')))

  expect(text.replace(/\s+/g, ' ')).toContain(printed)
})
