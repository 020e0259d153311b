import { randomInt } from 'node:crypto'

// Never both of 0 and O, 1 and I, 5 and S, 8 and B: it is read aloud and typed from paper.
const alphabet = 'ACDEFGHJKLMNPQRTUVWXYZ234679'
const length = 8 // 28^8: nobody meets another's by trying

/** A code that leads staff to a case, once they have signed in. Says nothing by itself. */
export const newShortCode = (): string => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** As it is printed: ACDE-FGHJ. */
export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** As it is kept, however it was typed. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
