import { createHash } from 'node:crypto'
import { typedBody } from './form.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id of a form that is done once, however often it is sent. */
export function formIdOf(body: unknown): string | undefined {
  const formId = (body as { formId?: unknown } | undefined | null)?.formId
  return typeof formId === 'string' && uuid.test(formId) ? formId : undefined
}

/** What was typed into it, as a hash; files are left out. */
export const saidIn = (body: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(typedBody.parse(body)))
    .digest()
