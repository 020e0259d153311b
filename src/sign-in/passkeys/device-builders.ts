import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const origin = 'https://throughline.example'
/** Where the tests' site says that it is. */
export const aNamedPlace = origin

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const text = (bytes: Buffer) => bytes.toString('base64url')

/** What an answer may get wrong. */
export interface Odd {
  origin?: string
  domain?: string
  /** Nobody showed finger, face or PIN. */
  isUnverified?: boolean
  counter?: number
  userId?: string
}

/** A passkey as a device keeps one, which answers challenges in the browser's words. */
export function aDevice() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0

  const authenticatorData = (
    { domain = new URL(origin).hostname, isUnverified, counter: said }: Odd,
    rest?: Buffer,
  ) => {
    const flags = 0x01 | (isUnverified ? 0 : 0x04) | (rest ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(said ?? counter)
    return Buffer.concat([sha256(domain), Buffer.from([flags]), count, rest ?? Buffer.alloc(0)])
  }
  const clientData = (type: string, challenge: string, odd: Odd) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: odd.origin ?? origin, crossOrigin: false }))
  const said = (response: object) =>
    JSON.stringify({ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {}, response })

  return {
    /** Makes itself for this challenge, without attestation. */
    make(challenge: string, odd: Odd = {}): string {
      // CBOR by hand: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, then {fmt: "none", attStmt: {}, authData}
      const coordinate = (part: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(part, 'base64url')])
      const key = [
        Buffer.from('a5010203262001', 'hex'),
        Buffer.from([0x21]),
        coordinate(x!),
        Buffer.from([0x22]),
        coordinate(y!),
      ]
      const length = Buffer.from([0, id.length])
      const data = authenticatorData(odd, Buffer.concat([Buffer.alloc(16), length, id, ...key]))
      const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex')
      const attestationObject = Buffer.concat([head, Buffer.from([data.length]), data])
      const client = clientData('webauthn.create', challenge, odd)
      return said({
        clientDataJSON: text(client),
        attestationObject: text(attestationObject),
        transports: ['internal'],
      })
    },
    /** Signs this challenge, once more than before. */
    sign(challenge: string, odd: Odd = {}): string {
      counter += 1
      const data = authenticatorData(odd)
      const client = clientData('webauthn.get', challenge, odd)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return said({
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(signature),
        ...(odd.userId && { userHandle: text(Buffer.from(odd.userId)) }),
      })
    },
  }
}
export type Device = ReturnType<typeof aDevice>
