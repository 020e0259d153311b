import { partLabel } from '../agencies/index.ts'
import { formatAt } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import type { AuditEntry } from './queries.ts'
import { words } from './words.ts'

export const actions = ['consult', 'search', 'export', 'print', 'disclose', 'alter', 'sign-in', 'sign-out', 'deny', 'admin', 'break-glass'] as const // biome-ignore format: a list
export const outcomes = ['done', 'denied'] as const

/** One entry in words, as a line of the table and of the file: when, who, agency, what, outcome, parts, people, by, reason. */
export function entryCells(locale: Locale, entry: AuditEntry): string[] {
  const say = words(locale)
  const people = new Set(entry.personIds).size || entry.caseIds.length
  return [
    formatAt(locale, entry.at, 'brief'),
    entry.accountName || say('nobody'),
    entry.agencyName,
    actionWords(locale, entry.action),
    entry.outcome === 'done' || entry.outcome === 'denied' ? say(`outcome.${entry.outcome}`) : entry.outcome,
    entry.parts.map((part) => partLabel(locale, part)).join(', '),
    say('people', { count: people }),
    isChannel(entry.channel) ? say(`channel.${entry.channel}`) : entry.channel,
    entry.reason ?? '',
  ]
}

/** An action in words; one that has none yet stands as its code. */
export function actionWords(locale: Locale, action: string): string {
  const known = actions.find((each) => each === action)
  return known ? words(locale)(`action.${known}`) : action
}

const channels = ['web', 'api', 'job', 'command', 'link'] as const
const isChannel = (channel: string): channel is (typeof channels)[number] =>
  (channels as readonly string[]).includes(channel)
