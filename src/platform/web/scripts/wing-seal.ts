/** To whom notes on this device are sealed, and under which mark they are sent. */
export interface Prepared {
  key: string
  keyId: string
  /** Names nobody: the server alone knows whose it is. */
  author: string
  at: number
}

/** A note that nobody but the server opens. */
export interface SealedNote {
  id: string
  keyId: string
  author: string
  ephemeral: string
  nonce: string
  sealed: string
  at: number
  /** The beginning of the address that takes it. */
  to?: string
}

const curve = { name: 'ECDH', namedCurve: 'P-256' }
const padTo = 1024 // so that the length says little of the text

/** Seals a form to the server's key: ECDH on P-256 with a key for this note alone, HKDF with SHA-256, AES-256-GCM. */
export async function seal(text: string, id: string, { key, keyId, author }: Prepared): Promise<SealedNote> {
  const { subtle } = crypto
  const bound = new TextEncoder().encode(`throughline note 1|${keyId}|${author}|${id}`)
  const server = await subtle.importKey('raw', bytesOf(key), curve, false, [])
  const once = await subtle.generateKey(curve, false, ['deriveBits'])
  const ephemeral = new Uint8Array(await subtle.exportKey('raw', once.publicKey))
  const shared = await subtle.deriveBits({ name: 'ECDH', public: server }, once.privateKey, 256)
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: ephemeral, info: bound }
  const secret = await subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const padded = new TextEncoder().encode(`${text}&pad=${'-'.repeat(padTo - ((text.length + 5) % padTo))}`)
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: bound }, secret, padded)
  const at = Date.now()
  return { id, keyId, author, ephemeral: lettersOf(ephemeral), nonce: lettersOf(nonce), sealed: lettersOf(new Uint8Array(sealed)), at } // biome-ignore format: one line
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
  const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

function lettersOf(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
