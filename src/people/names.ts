/** The parts of a name as the prison or the person gives them. */
export interface Names {
  givenName: string
  middleNames?: string | undefined
  familyName: string
  /** What the person wants to be called, in place of the given name. */
  chosenName?: string | undefined
}

/**
 * A name without the dirt that files carry: spaces around and doubled, control characters, typewriter quotes of all
 * sorts; and, where it came all in capitals, written as people write it (O'Brien, McDonald, Smith-Jones, von der Leyen).
 *
 * @returns undefined for what holds no letter: an empty cell, a dash, a full stop.
 */
export function cleanName(text: string, part: 'given' | 'family' = 'given'): string | undefined {
  const name = text
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201B\u02BC`\u00B4]/g, "'")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  if (!/\p{L}/u.test(name)) return undefined
  return isAllCapitals(name) ? fromCapitals(name, part) : name
}

/** Given, middle and family names, as on an official paper. */
export function fullName({ givenName, middleNames, familyName }: Names): string {
  return [givenName, middleNames, familyName].filter(Boolean).join(' ')
}

/** What a page calls the person: the chosen name first, then the family name. */
export function shownName({ chosenName, givenName, familyName }: Names): string {
  return `${chosenName || givenName} ${familyName}`.trim()
}

const isAllCapitals = (name: string): boolean => name === name.toUpperCase() && name !== name.toLowerCase()

/** Small words of Dutch and German family names; they keep their capital when nothing follows them. */
const openers = new Set(['van', 'von', 'vom', 'zu', 'zum', 'zur', 'ten', 'ter', "'t"])
const followers = new Set(['de', 'den', 'der', 'het', "'t"])

function fromCapitals(name: string, part: 'given' | 'family'): string {
  const words = name.toLowerCase().split(' ')
  let afterParticle = false
  return words
    .map((word, index) => {
      const isLast = index === words.length - 1
      afterParticle = part === 'family' && !isLast && (openers.has(word) || (afterParticle && followers.has(word)))
      return afterParticle ? word : capitalised(word)
    })
    .join(' ')
}

function capitalised(word: string): string {
  return word
    .replace(/(^|[-'/.(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/(^|-)Mc(\p{L})/gu, (_, before: string, letter: string) => `${before}Mc${letter.toUpperCase()}`)
    .replace(/'S$/, "'s")
}
