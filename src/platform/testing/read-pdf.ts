import { inflateSync } from 'node:zlib'

/** What a PDF that we printed says: read back from its bytes, so that a test can tell what is on the paper. */
export interface ReadPdf {
  /** Every run of letters, in order, a line each. */
  text: string
  language: string | undefined
  isTagged: boolean
  /** Whether it says of itself that it keeps PDF/UA-1. */
  isUniversallyAccessible: boolean
  /** Kinds of structure, such as H1 and Figure, each once. */
  tags: string[]
  /** Widths and heights in millimetres. */
  pages: { width: number; height: number }[]
}

const mmOfPoint = 25.4 / 72

/** Reads what Typst writes (no object streams, Identity-H fonts with a ToUnicode map); not a reader for any PDF. */
export function readPdf(bytes: Buffer): ReadPdf {
  const file = bytes.toString('latin1')
  const objects = new Map<string, string>()
  for (const [, id, body] of file.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) objects.set(id!, body!)
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body))

  return {
    text: pages.map((page) => textOf(page, objects)).join('\n'),
    language: /\/Lang \(([^)]+)\)/.exec(file)?.[1],
    isTagged: /\/MarkInfo <<\s+\/Marked true/.test(file) && file.includes('/Type /StructTreeRoot'),
    isUniversallyAccessible: file.includes('<pdfuaid:part>1</pdfuaid:part>'),
    tags: [...new Set([...file.matchAll(/\/Type \/StructElem\s+\/S \/(\w+)/g)].map(([, tag]) => tag!))].sort(),
    pages: pages.map((page) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page)!
      return { width: Math.round(Number(width) * mmOfPoint), height: Math.round(Number(height) * mmOfPoint) }
    }),
  }
}

type Objects = ReadonlyMap<string, string>

function textOf(page: string, objects: Objects): string {
  const letters = new Map<string, Map<string, string>>()
  for (const [, name, id] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) letters.set(name!, lettersOf(id!, objects))
  const content = streamOf(/\/Contents (\d+) 0 R/.exec(page)![1]!, objects)

  const lines: string[] = []
  let font = new Map<string, string>()
  for (const [, name, shown] of content.matchAll(/\/(f\d+) [\d.]+ Tf|\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*)\] TJ/g)) {
    if (name) font = letters.get(name)!
    if (shown === undefined) continue
    const pieces = [...shown.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, piece]) => plainOf(piece!))
    lines.push(pieces.map((piece) => piece.replace(/[\s\S]{2}/g, (code) => font.get(hexOf(code)) ?? '?')).join(''))
  }
  return lines.join('\n')
}

/** Glyph numbers to letters. */
function lettersOf(fontId: string, objects: Objects): Map<string, string> {
  const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId)!)![1]!, objects)
  const letters = new Map<string, string>()
  for (const [, glyph, text] of map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)) {
    letters.set(glyph!, Buffer.from(text!, 'hex').swap16().toString('utf16le'))
  }
  return letters
}

function streamOf(id: string, objects: Objects): string {
  const [head, ...rest] = objects.get(id)!.split('stream\n')
  const raw = Buffer.from(rest.join('stream\n').replace(/\nend$/, ''), 'latin1')
  return (head!.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1')
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const plainOf = (piece: string): string =>
  piece.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, letter: string) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[letter] ?? letter),
  )

const hexOf = (code: string): string => Buffer.from(code, 'latin1').toString('hex').toUpperCase()
