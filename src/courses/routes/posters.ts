import type { FastifyInstance } from 'fastify'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { printPdf } from '../../platform/print.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Locale, languageTags, locales } from '../../platform/words.ts'
import { ruleText } from '../../programmes/index.ts'
import { type Course, getCourse } from '../queries/courses.ts'
import { type CourseSession, listSessions } from '../queries/sessions.ts'
import { whereText } from '../views/said.ts'
import { words } from '../words.ts'
import { type OfCourse, seesNobody } from './courses.ts'

/** The poster of a group for its wing: what, for whom by the programme's rules, when and where; a page for each language. */
export async function posterRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCourse>('/courses/:courseId/poster.pdf', seesNobody, async (request, reply) => {
    const { course, sessions } = await request.read(async (reading) => {
      const course = await getCourse(reading, request.params.courseId)
      return { course, sessions: await listSessions(reading, course.id) }
    })
    if (course.mode !== 'GROUP') throw new Refusal('not found', 'course.not-found')
    const asked = locales.find((locale) => locale === (request.query as { locale?: unknown }).locale)
    const pages = (asked ? [asked] : locales).map((locale) => posterIn(locale, course, sessions))
    const pdf = printPdf('courses/poster.typ', { title: course.name, pages }, app.database.clock.now())
    return reply.type('application/pdf').header('content-disposition', 'inline; filename="poster.pdf"').send(pdf)
  })
}

function posterIn(locale: Locale, course: Course, sessions: readonly CourseSession[]) {
  const say = words(locale)
  const { name, summary, forWhom } = course.package.texts[locale]
  const meetings = sessions.filter(({ cancelledAt, catchUpOfId }) => !cancelledAt && !catchUpOfId)
  const [first] = meetings
  const [lang, region] = languageTags[locale].split('-')
  return {
    lang,
    region,
    name,
    summary,
    forWhom,
    whoTitle: say('poster.who'),
    rules: [...course.package.eligibility.map((rule) => ruleText(locale, rule)), say(`poster.gender-${course.gender}`)],
    whenTitle: say('poster.when'),
    when: first
      ? say('poster.first', {
          day: formatDay(locale, dayAt(first.startsAt), 'long'),
          time: formatTime(locale, first.startsAt),
          count: meetings.length,
        })
      : formatDay(locale, course.startsOn, 'long'),
    where: whereText(locale, course),
    howTitle: say('poster.how'),
    how: say('poster.how-text', { agency: course.agencyName }),
    foot: say('poster.foot', { largest: course.largest }),
  }
}
