/** What a file is by its first bytes, whatever its name claims. */
export type FileKind = 'picture' | 'pdf'

export const largestDocument = 10 * 1024 * 1024 // bytes

const beginnings: readonly [FileKind, readonly number[]][] = [
  ['picture', [0xff, 0xd8, 0xff]], // JPEG
  ['picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]], // PNG
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]], // %PDF-
]

/** @returns undefined for what is on no list of ours: nothing else comes in (T28). */
export function kindOf(bytes: Uint8Array): FileKind | undefined {
  return beginnings.find(([, beginning]) => beginning.every((byte, at) => bytes[at] === byte))?.[0]
}
