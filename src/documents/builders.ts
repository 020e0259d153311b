import type { LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Site } from '../platform/testing/site.ts'

/** A picture as a phone takes it: it says where and with what it was taken. */
export const aPhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#a33' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'CANARY-PHONE' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
    .toBuffer()

/** Sends the form of a case's document, as a browser does. */
export const upload = (
  site: Site,
  actor: Actor,
  caseId: string,
  { file, title = 'Letter about the flat', part = 'notes' }: { file?: Buffer; title?: string; part?: string },
): Promise<LightMyRequestResponse> => sendFile(site, actor, `/cases/${caseId}/documents`, { title, part }, file)

/** Sends a form with a file, as a browser does. */
export async function sendFile(
  site: Site,
  actor: Actor,
  url: string,
  typed: Record<string, string>,
  file?: Buffer,
): Promise<LightMyRequestResponse> {
  const boundary = 'x'.repeat(20)
  const field = ([name, value]: [string, string]) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const named = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file ? 'a.jpg' : ''}"\r\ncontent-type: image/jpeg\r\n\r\n`
  const fields = Object.entries({ formId: newId(), ...typed }).map(field)
  return site.app.inject({
    method: 'POST',
    url,
    headers: { cookie: await site.cookieFor(actor), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([
      Buffer.from(fields.join('') + named),
      file ?? Buffer.alloc(0),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  })
}
