import sharp from 'sharp'

const longestSide = 2_400 // pixels: the small print of a letter stays legible
const mostPixels = 60_000_000 // a phone's largest, and far less than a small file can unpack to

sharp.concurrency(1)
sharp.cache(false)

/**
 * Draws a picture anew as a JPEG, the right way up. Nothing of the file is kept but what it shows: no place and time where
 * it was taken, nothing that hides behind the picture.
 *
 * @returns undefined when it cannot be drawn, or unpacks to more than 60 million pixels.
 */
export async function redrawPicture(bytes: Uint8Array): Promise<Buffer | undefined> {
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer()
  } catch {
    return undefined
  }
}
