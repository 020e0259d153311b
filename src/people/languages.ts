const codes =
  'ar bg bn cs cy da de el en es et fa fi fr ga gu he hi hr hu it ja ka ko ku lt lv mk mt ne nl no pa pl ps pt ro ru sk sl so sq sr sv sw ta te th ti tr uk ur vi yo zh'.split(
    ' ',
  )

const codeOfName = new Map(
  ['en', 'it', 'nl'].flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'language' })
    return codes.map((code) => [names.of(code)!.toLowerCase(), code] as const)
  }),
)

/** The two-letter code of a language named in English, Italian or Dutch; the words themselves where none is known. */
export function readLanguage(text: string): string {
  const clean = text.replace(/\s+/g, ' ').trim()
  const lower = clean.toLowerCase()
  return codeOfName.get(lower) ?? (codes.includes(lower) ? lower : clean)
}

/** What a language is called in another: `pl` is Polish; words that are no code stay as they are. */
export function languageName(code: string, locale: string): string {
  if (!codes.includes(code)) return code
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
}
