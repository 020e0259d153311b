import { randomInt } from 'node:crypto'

const lookAlikes = ['0O', '1I', '5S', '8B']
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A reference for people: 2 letters, 4 digits, 2 letters, never with both of 0/O, 1/I, 5/S or 8/B. Such as HK4827RT. */
export function newReference(): string {
  for (;;) {
    const made = `${letter()}${letter()}${randomInt(10_000).toString().padStart(4, '0')}${letter()}${letter()}`
    if (isReadable(made)) return made
  }
}

/** Whether nothing in it can be taken for something else in it. */
export const isReadable = (reference: string): boolean =>
  lookAlikes.every(([digit, alike]) => !(reference.includes(digit!) && reference.includes(alike!)))

const letter = () => letters[randomInt(letters.length)]!
