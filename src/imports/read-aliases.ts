import { cleanName } from '../people/index.ts'
import { parseDay } from '../platform/calendar-day.ts'
import { readJson } from '../platform/read-json.ts'
import type { IncomingAlias } from './incoming-person.ts'

export interface ReadAliases {
  aliases: IncomingAlias[]
  /** Whether all that stood there is among them. */
  isWhole: boolean
}

/**
 * Other names that a person goes by: the list of the prison search, or names parted by semicolons or bars, each as
 * "Okafor, Danny" or "Danny Okafor".
 */
export function readAliases(text: string): ReadAliases {
  const parts: (IncomingAlias | undefined)[] = text.startsWith('[')
    ? listed(text)
    : text
        .split(/[;|\n]/)
        .filter(isNotBlank)
        .map(splitName)
  const aliases = parts.filter((alias) => alias !== undefined)
  return { aliases: distinct(aliases), isWhole: aliases.length > 0 && aliases.length === parts.length }
}

/** Parts "OKAFOR, Daniel" or "Daniel Okafor"; the last word is the family name unless small words lead to it. */
export function splitName(text: string): IncomingAlias | undefined {
  const [before = '', after] = text.split(',')
  if (after !== undefined) return aliasOf(after, before)

  const words = before.trim().split(/\s+/)
  const small = words.findIndex((word, index) => index > 0 && /^(van|von|de|der|den|di|del|della|ter|ten)$/i.test(word))
  const start = small > 0 ? small : words.length - 1
  return aliasOf(words.slice(0, start).join(' '), words.slice(start).join(' '))
}

const isNotBlank = (text: string): boolean => text.trim() !== ''

function listed(text: string): (IncomingAlias | undefined)[] {
  const read = readJson(text)
  if ('problem' in read || !Array.isArray(read.value)) return [undefined]
  return read.value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null || Object.values(item).some(isObject)) return undefined
    const part = new Map(Object.entries(item).map(([key, value]) => [key, String(value ?? '')]))
    const given = [part.get('firstName'), part.get('middleNames')].filter(Boolean).join(' ')
    const alias = aliasOf(given, part.get('lastName') ?? '')
    const born = part.get('dateOfBirth')
    if (!alias || !born) return alias
    const bornOn = parseDay(born)
    return bornOn ? { ...alias, bornOn } : undefined
  })
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

function aliasOf(given: string, family: string): IncomingAlias | undefined {
  const familyName = cleanName(family, 'family')
  return familyName ? { givenName: cleanName(given) ?? '', familyName } : undefined
}

const distinct = (aliases: IncomingAlias[]): IncomingAlias[] => [
  ...new Map(aliases.map((alias) => [`${alias.givenName}|${alias.familyName}|${alias.bornOn ?? ''}`, alias])).values(),
]
