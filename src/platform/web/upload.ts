import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'

/** A file as it was named and what it holds. */
export interface UploadedFile {
  name: string
  bytes: Uint8Array
}

/**
 * Teaches a capability's routes to read forms that carry a file: the fields arrive as text, the file in its field.
 *
 * @param largestFile - bytes; a file over it is cut just past it, to be refused in words.
 */
export async function acceptUploads(app: FastifyInstance, largestFile: number): Promise<void> {
  await app.register(multipart, {
    attachFieldsToBody: 'keyValues',
    throwFileSizeLimit: false,
    limits: { fileSize: largestFile + 1, fieldSize: largestFile, files: 1, fields: 10 },
    async onFile(part) {
      const bytes = await part.toBuffer()
      Object.assign(part, { value: { name: part.filename, bytes } })
    },
  })
}

/** The file of a form; undefined where none was chosen. */
export function fileIn(body: unknown): UploadedFile | undefined {
  const { file } = (body ?? {}) as { file?: Partial<UploadedFile> }
  if (!(file?.bytes instanceof Uint8Array)) return undefined // a form that was sent as text has no file
  return file.bytes.length > 0 || file.name !== '' ? (file as UploadedFile) : undefined
}

/** What else was typed into a form with a file. */
export function fieldsIn(body: unknown): unknown {
  const { file: _, ...fields } = (body ?? {}) as Record<string, unknown>
  return fields
}
