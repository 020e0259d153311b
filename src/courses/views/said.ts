import { type Locale, languageTags } from '../../platform/words.ts'
import type { Course } from '../queries/courses.ts'
import type { CourseSession } from '../queries/sessions.ts'
import { words } from '../words.ts'

type Titled = Pick<CourseSession, 'sessionKey' | 'number' | 'catchUpOfId'>

/** "Session 3 of 8, Belonging", in the reader's language, from the edition that the course runs on. */
export function sessionTitle(
  locale: Locale,
  { package: edition }: Pick<Course, 'package'>,
  { sessionKey, number, catchUpOfId }: Titled,
): string {
  const title = edition.sessions.find(({ key }) => key === sessionKey)?.texts[locale].title ?? sessionKey
  return words(locale)(catchUpOfId ? 'session.catch-up' : 'session.numbered', {
    number,
    of: edition.sessions.length,
    title,
  })
}

/** A word that stands at the beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "HMP Fernhall, wing B2, education room" or the place in town. */
export function whereText(
  locale: Locale,
  { prisonName, wing, place }: Pick<Course, 'prisonName' | 'wing' | 'place'>,
): string {
  return prisonName ? words(locale)('where.wing', { prison: prisonName, wing: wing ?? '', place }) : place
}

/** "14%", in the reader's language. */
export const percentText = (locale: Locale, share: number): string =>
  share.toLocaleString(languageTags[locale], { style: 'percent', maximumFractionDigits: 0 })
