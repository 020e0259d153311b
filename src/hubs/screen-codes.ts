import { createHash, randomBytes, randomInt } from 'node:crypto'

const digits = 8
export const minutesOfCode = 10

/** Eight digits, good for ten minutes, that turn a browser into a screen of the hub. */
export const newScreenCode = (): string => String(randomInt(10 ** digits)).padStart(digits, '0')

/** As it is read aloud: 1234 5678. */
export const shownCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`

/** 256 random bits for the cookie of the screen. Only its hash is kept. */
export const newScreenToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
