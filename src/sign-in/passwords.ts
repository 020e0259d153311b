import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }

/** Hashes a password, in the PHC string format, so that the cost can rise later without breaking old hashes. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive('argon2id', { ...cost, message: password.normalize('NFKC'), nonce: salt })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

/** Takes the same time whether the account exists or not: compare with `nobodysHash` when it does not. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, , , settings = '', salt = '', tag = ''] = hash.split('$')
  const [memory, passes, parallelism] = settings.split(',').map((setting) => Number(setting.slice(2)))
  if (!memory || !passes || !parallelism) return false
  const expected = Buffer.from(tag, 'base64')
  const options = { memory, passes, parallelism, tagLength: expected.length }
  const found = await derive('argon2id', {
    ...options,
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
  })
  return timingSafeEqual(found, expected)
}

export const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${unpadded(Buffer.alloc(16))}$${unpadded(Buffer.alloc(32))}`

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
