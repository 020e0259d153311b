import { dayAt } from '../platform/calendar-day.ts'
import { formatDay } from '../platform/dates.ts'
import { type Locale, languageTags } from '../platform/words.ts'
import { fieldLabel, kindLabel, valueText } from './labels.ts'
import { type Mark, redact, type Said } from './redact.ts'
import { words } from './words.ts'

/** What goes out of an item; of a release the marks are none. */
export interface GoingOut {
  kind: string
  happenedAt: Date | null
  fields: Said[] | null
  marks: readonly Mark[]
}

/** The copy as it is read: words finished, in the person's language, and nothing in it that was taken out. */
export interface Copy {
  lang: string
  title: string
  made: string
  about: string[]
  groups: { title: string; items: { day: string; lines: { label: string; pieces: (string | null)[] }[] }[] }[]
  none: string
  removed: string
  /** Said where the paper lacks a letter. */
  letters: string
  rights: { title: string; lines: string[] }
}

interface About {
  locale: Locale
  holder: string
  now: Date
}

/** Makes the copy of what goes out. Both files are drawn from it and from nothing else (T15). */
export function composeCopy(items: readonly GoingOut[], { locale, holder, now }: About): Copy {
  const say = words(locale)
  const kinds = [...new Set(items.map(({ kind }) => kind))]
  return {
    lang: languageTags[locale],
    title: say('copy.title'),
    made: say('copy.made', { holder, day: formatDay(locale, dayAt(now), 'full') }),
    about: [say('copy.about'), say('copy.left-out')],
    groups: kinds.map((kind) => ({
      title: kindLabel(locale, kind),
      items: items.filter((item) => item.kind === kind).map((item) => itemOf(item, locale)),
    })),
    none: say('copy.none'),
    removed: say('copy.removed'),
    letters: say('copy.letters'),
    rights: { title: say('copy.rights'), lines: [say('copy.rights-correct'), say('copy.rights-complain', { holder })] },
  }
}

function itemOf({ happenedAt, fields, marks }: GoingOut, locale: Locale): Copy['groups'][number]['items'][number] {
  return {
    day: happenedAt ? formatDay(locale, dayAt(happenedAt), 'full') : '',
    lines: redact(fields ?? [], marks).map(({ name, pieces }) => ({
      label: fieldLabel(locale, name),
      pieces: pieces.map((piece) => (piece === null || pieces.length > 1 ? piece : valueText(locale, name, piece))),
    })),
  }
}

/** The same copy for a machine: no more and no less than the paper says. */
export function jsonOf(copy: Copy): Buffer {
  const { removed, letters: _letters, ...said } = copy
  const groups = copy.groups.map(({ title, items }) => ({
    title,
    items: items.map(({ day, lines }) => ({
      day,
      lines: lines.map(({ label, pieces }) => ({
        label,
        text: pieces.map((piece) => piece ?? `[${removed}]`).join(''),
      })),
    })),
  }))
  return Buffer.from(`${JSON.stringify({ ...said, groups }, null, 2)}\n`, 'utf8')
}
