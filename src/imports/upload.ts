import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { largestFile } from './read-sheet.ts'

/** A form with a file: the fields as text, the file as it was named and what it holds. */
export interface UploadedForm {
  formId?: string
  pasted?: string
  file?: { name: string; bytes: Uint8Array }
}

/** Teaches the server to read forms that carry a file. A file over the limit is cut just past it, to be refused in words. */
export async function acceptUploads(app: FastifyInstance): Promise<void> {
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

/** What was sent, a pasted list as a file of its own; undefined where neither holds anything. */
export function uploadOf(body: unknown, pastedName: string): { name: string; bytes: Uint8Array } | undefined {
  const { file, pasted } = (body ?? {}) as UploadedForm
  if (file && file.bytes.length > 0) return file
  if (typeof pasted === 'string' && pasted.trim() !== '') return { name: pastedName, bytes: Buffer.from(pasted) }
  return file && file.name !== '' ? file : undefined
}
