import { createHash, randomBytes, randomInt } from 'node:crypto'
import { keyedHash } from '../platform/seal.ts'

export const daysOfInvitation = 7
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789' // none that is read for another
const lengthOfCode = 12

/** 60 random bits, good once. */
export const newInvitationCode = (): string =>
  Array.from({ length: lengthOfCode }, () => letters[randomInt(letters.length)]).join('')

/** As it is read aloud: ABCD EFGH JKLM. */
export const shownCode = (code: string): string => code.match(/.{4}/g)!.join(' ')

/** What was typed, as it is compared. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Under which a family member comes in again: nobody guesses one that exists. */
export const newFamilyNumber = (): string => String(randomInt(1e9, 1e10))

/** What is kept of a PIN. It counts for this number alone. */
export const pinHashOf = (number: string, pin: string): Buffer => keyedHash(`${number} ${pin}`, 'family-key')

export const newFamilyToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()
