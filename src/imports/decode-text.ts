/**
 * The text of a file, whichever way it was saved: UTF-8 and UTF-16 with or without a mark, else Windows-1252, which is
 * what older spreadsheets write.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes))
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'

  const [even, odd] = zeroBytes(bytes.subarray(0, 1_000))
  if (odd > 100 && even < odd / 10) return 'utf-16le' // Latin letters: every second byte is 0
  if (even > 100 && odd < even / 10) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function zeroBytes(bytes: Uint8Array): [even: number, odd: number] {
  let even = 0
  let odd = 0
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even += 1
    else odd += 1
  }
  return [even, odd]
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false // TextDecoder has no other way to say so
  }
}
