import { createHash, randomInt } from 'node:crypto'

const letters = '23456789abcdefghjkmnpqrstvwxyz' // none that is taken for another
const howMany = 10

const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')

/** Ten codes for a drawer, such as `k3fqz-8mw2h`: 49 bits each, good once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: howMany }, () => `${part()}-${part()}`)

/** Only this is kept. Spaces, hyphens and capitals do not matter. */
export const hashRecoveryCode = (typed: string): Buffer =>
  createHash('sha256')
    .update(typed.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest()
