import common from './common-passwords.json' with { type: 'json' }

export const leastLength = 12
const mostLength = 200 // hashing takes time with length, and nobody types more

/** A key of our words, with which the field is sent back. */
export type PasswordProblem = 'password.missing' | 'password.short' | 'password.long' | 'password.common'

const commonWords = new Set(common)

/**
 * What is wrong with a new password: its length, or that it is one of the first that a thief tries. Nothing is asked of
 * its letters and digits.
 *
 * @param own - name and e-mail address of who will have it, which are easy to guess.
 * @source NIST SP 800-63B-4, 3.1.1.2
 */
export function passwordProblem(password: string, own: readonly string[] = []): PasswordProblem | undefined {
  const letters = [...password.normalize('NFKC')]
  if (letters.length === 0) return 'password.missing'
  if (letters.length < leastLength) return 'password.short'
  if (letters.length > mostLength) return 'password.long'
  return isEasy(password, own) ? 'password.common' : undefined
}

function isEasy(password: string, own: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  if (new Set(plain).size < 5 || isRow(plain)) return true
  const known = new Set(own.flatMap((each) => wordsIn(each.toLowerCase())))
  return [plain, unswapped(plain)].some((text) => {
    const found = wordsIn(text)
    return found.length <= mostEasyWords && found.every((word) => commonWords.has(word) || known.has(word))
  })
}

const mostEasyWords = 3 // four are hard to guess, however common each is

/** The words of a text once digits and signs are taken away; none are left of '123456 123456'. */
function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}]+/u).flatMap((word) => (word ? [undoubled(word)] : []))
}

/** 'P4$$w0rd2026' is 'password': the swaps that everybody makes, and no sign before or after the letters. */
function unswapped(text: string): string {
  const swap = (word: string) => word.replace(/[013457@$]/g, (sign) => swaps[sign] ?? sign)
  return text.replace(/\p{L}[\p{L}\d@$]*\p{L}/gu, swap)
}

const swaps: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' }

/** 'passwordpassword' is the word 'password'. */
function undoubled(word: string): string {
  return /^(.{3,}?)\1+$/u.exec(word)?.[1] ?? word
}

/** 'abcdefghijkl' and '987654321098': each sign is a neighbour of the one before. */
function isRow(text: string): boolean {
  const steps = [...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index))
  const neighbours = steps.filter((step) => Math.abs(step) <= 1 || Math.abs(step) === 9).length
  return neighbours >= steps.length - 2
}
