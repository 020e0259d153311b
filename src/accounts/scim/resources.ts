import { z } from 'zod'
import type { Account } from '../../agencies/index.ts'
import { locales } from '../../platform/words.ts'

// SCIM 2.0 (RFC 7643, RFC 7644) as far as identity systems use it to say who joins and who leaves.

const user = 'urn:ietf:params:scim:schemas:core:2.0:User'
const list = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
const error = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** Some systems send "True". */
const truth = z.union([
  z.boolean(),
  z
    .string()
    .toLowerCase()
    .transform((text) => text === 'true'),
])
/** One line: names stand in the heads of mails too. */
const short = (most: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed().replace(/\p{Cc}+/gu, ' '))
    .trim()
    .max(most)
const externalId = short(200).min(1)
const nameParts = z.object({
  formatted: short(120).optional(),
  givenName: short(60).optional(),
  familyName: short(60).optional(),
})

/** Somebody who joins: `userName` is their work e-mail address. */
export const newUser = z
  .object({
    userName: z.email().max(254),
    name: nameParts.optional(),
    displayName: short(120).optional(),
    title: short(80).optional(),
    preferredLanguage: z.string().optional(),
    active: truth.default(true),
    externalId: externalId.optional(),
  })
  .transform(({ userName, name, displayName, title, preferredLanguage = '', active, externalId }) => ({
    email: userName.toLowerCase(),
    name: displayName || name?.formatted || [name?.givenName, name?.familyName].filter(Boolean).join(' ') || userName,
    jobTitle: title ?? '',
    locale: locales.find((each) => preferredLanguage.toLowerCase().startsWith(each)),
    isActive: active,
    externalId,
  }))

/** What a PATCH may change. */
export interface Changes {
  isActive?: boolean
  name?: string
  jobTitle?: string
  externalId?: string
}

const operation = z.object({ op: z.string().toLowerCase(), path: z.string().optional(), value: z.unknown() })
const patch = z.object({ Operations: z.array(operation).min(1).max(50) })
const values = z.object({
  active: truth.optional(),
  displayName: short(120).min(1).optional(),
  'name.formatted': short(120).min(1).optional(),
  title: short(80).optional(),
  externalId: externalId.optional(),
})

/** @returns undefined for what is no PATCH of a user, or changes what is not ours to change. */
export function readPatch(body: unknown): Changes | undefined {
  const read = patch.safeParse(body)
  if (!read.success) return undefined
  const said: Record<string, unknown> = {}
  for (const { op, path, value } of read.data.Operations) {
    if (op !== 'replace' && op !== 'add') return undefined
    if (path !== undefined) said[path] = value
    else if (typeof value === 'object' && value !== null) Object.assign(said, value)
    else return undefined
  }
  const known = values.strict().safeParse(said)
  if (!known.success) return undefined
  const { active, displayName, title, 'name.formatted': formatted, externalId: outer } = known.data
  const name = displayName ?? formatted
  return {
    ...(active !== undefined && { isActive: active }),
    ...(name !== undefined && { name }),
    ...(title !== undefined && { jobTitle: title }),
    ...(outer !== undefined && { externalId: outer }),
  }
}

/** An account as SCIM says it. @param externalId - what the agency's own system calls it. */
export function presentUser(
  { id, email, name, jobTitle, locale, disabledAt }: Account,
  publicUrl: string,
  externalId?: string | undefined,
) {
  return {
    schemas: [user],
    id,
    ...(externalId && { externalId }),
    userName: email,
    displayName: name,
    name: { formatted: name },
    ...(jobTitle && { title: jobTitle }),
    preferredLanguage: locale,
    emails: [{ value: email, type: 'work', primary: true }],
    active: disabledAt === null,
    meta: { resourceType: 'User', location: `${publicUrl}/scim/v2/Users/${id}` },
  }
}

export const presentList = (users: readonly unknown[], total: number, startIndex: number) => ({
  schemas: [list],
  totalResults: total,
  startIndex,
  itemsPerPage: users.length,
  Resources: users,
})

export const presentError = (status: number, detail: string, scimType?: string) => ({
  schemas: [error],
  status: String(status),
  detail,
  ...(scimType && { scimType }),
})

const on = { supported: true }
const off = { supported: false }
/** What a system that asks finds here. */
export const serviceProvider = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: on,
  bulk: { ...off, maxOperations: 0, maxPayloadSize: 0 },
  filter: { ...on, maxResults: 200 },
  changePassword: off,
  sort: off,
  etag: off,
  authenticationSchemes: [
    { type: 'oauthbearertoken', name: 'Bearer token', description: 'A token made on the page Integrations' },
  ],
}

/** `userName eq "somebody@agency.example"` or `externalId eq "A12"`. @returns undefined for any other filter. */
export function readFilter(filter: string): { email: string } | { externalId: string } | undefined {
  const [, by, sought] = /^\s*(userName|externalId)\s+eq\s+"([^"\\\p{Cc}]+)"\s*$/iu.exec(filter) ?? []
  if (!by || !sought) return undefined
  return by.toLowerCase() === 'username' ? { email: sought.toLowerCase() } : { externalId: sought }
}
