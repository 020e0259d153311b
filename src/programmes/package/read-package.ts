import type { z } from 'zod'
import { readJson } from '../../platform/read-json.ts'
import { type Locale, locales } from '../../platform/words.ts'
import { type ProgrammePackage, packageSchema } from './schema.ts'

/** Bytes. A package is text: the largest that ships is a tenth of it. */
export const largestPackage = 1024 * 1024

/** What is wrong with a package: a key of words, where it stands, and what was found there. */
export interface PackageProblem {
  message: `package.${string}`
  /** As it stands in the file: `sessions[3].texts.nl`. */
  where: string
  found: string
}

const mostProblems = 20

/** Reads the bytes of a package. Never throws: whatever arrives is a package or a list of what is wrong with it. */
export function readPackage(bytes: Uint8Array): { read: ProgrammePackage } | { problems: PackageProblem[] } {
  if (bytes.length > largestPackage) return refused('package.too-large')
  const file = readJson(textOf(bytes))
  if ('problem' in file) return refused(problemOfJson[file.problem])
  const { value } = file
  const result = packageSchema.safeParse(value)
  if (result.success) return { read: result.data }
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, value))
  return { problems: problems.slice(0, mostProblems) }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return '' // which is no JSON either
  }
}

const problemOfJson = {
  'not-json': 'package.no-json',
  'too-deep': 'package.too-deep',
  'key-twice': 'package.name-twice',
} as const

const refused = (message: PackageProblem['message']) => ({ problems: [{ message, where: '', found: '' }] })

function problemsOf(issue: z.core.$ZodIssue, whole: unknown): PackageProblem[] {
  const where = placeOf(issue.path)
  const last = issue.path.at(-1)
  const value = valueAt(whole, issue.path)
  if (issue.code === 'custom')
    return [{ message: (issue.params?.['rule'] ?? 'package.wrong') as never, where, found: '' }]
  if (issue.path.length === 1 && last === 'format')
    return [{ message: 'package.other-format', where, found: shortly(value) }]
  if (issue.code === 'invalid_union' && issue.path[0] === 'eligibility')
    return [
      {
        message: 'package.unknown-rule',
        where,
        found: shortly(last === 'rule' ? value : (value as { rule?: unknown } | null)?.rule),
      },
    ]
  if (issue.path[0] === 'composition' && issue.path[1] === 'checks' && issue.code === 'invalid_value')
    return [{ message: 'package.unknown-rule', where, found: shortly(value) }]
  if (isLocale(last) && issue.path.at(-2) === 'texts' && value === undefined)
    return [{ message: `package.missing-${last}`, where: placeOf(issue.path.slice(0, -2)), found: '' }]
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ message: 'package.unknown-field', where, found: key.slice(0, 60) }))
  if (value === undefined) return [{ message: 'package.missing', where, found: '' }]
  return [{ message: 'package.wrong', where, found: shortly(value) }]
}

const isLocale = (key: PropertyKey | undefined): key is Locale => locales.includes(key as Locale)

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`)) // counted as people count
    .join('')
    .replace(/^\./, '')
    .slice(0, 120)
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, part) => (at as Record<PropertyKey, unknown> | null | undefined)?.[part], whole)
}

function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
