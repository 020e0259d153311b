import { formatAt, formatDay } from '../../platform/dates.ts'
import { Button, Empty, Link, PageHead, PlainList, Section, StatusTag } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { CourseLine } from '../queries/courses.ts'
import { words } from '../words.ts'
import { RegisterWingLine } from './register-wing-line.tsx'
import { whereText } from './said.ts'

interface Props {
  page: PageContext
  courses: readonly CourseLine[]
  agencyId: string
}

/** The groups that the reader's agency runs, and those that others run in its prison. */
export function CoursesPage({ page, courses, agencyId }: Props) {
  const say = words(page.locale)
  const running = courses.filter(({ endedAt, confirmedAt }) => !endedAt && confirmedAt)
  const planned = courses.filter(({ endedAt, confirmedAt }) => !endedAt && !confirmedAt)
  const over = courses.filter(({ endedAt }) => endedAt)
  return (
    <Layout page={page} title={say('courses.title')}>
      <PageHead
        title={say('courses.title')}
        sub={say('courses.sub')}
        actions={<Link href="/programmes">{say('courses.programmes')}</Link>}
      />
      <RegisterWingLine locale={page.locale} assets={page.assets} />
      <p class="govuk-body">
        <Button kind="secondary" href="/courses/new">
          {say('courses.new')}
        </Button>
      </p>
      {courses.length === 0 && (
        <Empty title={say('courses.none')}>
          <p class="govuk-body">{say('courses.none-text')}</p>
        </Empty>
      )}
      {(
        [
          ['running', running],
          ['planned', planned],
          ['over', over],
        ] as const
      ).map(
        ([name, lines]) =>
          lines.length > 0 && (
            <Section id={`h-${name}`} title={say(`courses.${name}`)}>
              <PlainList>
                {lines.map((course) => (
                  <Line page={page} course={course} agencyId={agencyId} />
                ))}
              </PlainList>
            </Section>
          ),
      )}
    </Layout>
  )
}

function Line({ page, course, agencyId }: { page: PageContext; course: CourseLine; agencyId: string }) {
  const say = words(page.locale)
  const {
    id,
    name,
    package: edition,
    agencyName,
    facilitators,
    endedAt,
    nextAt,
    held,
    sessions,
    enrolled,
    waiting,
    startsOn,
  } = course
  const isOwn = course.agencyId === agencyId
  return (
    <li>
      <Link class="tl-link tl-link--strong" href={`/courses/${id}`}>
        {name}
      </Link>{' '}
      {isOwn && !endedAt && !facilitators.some(({ role }) => role === 'DEPUTY') && (
        <StatusTag tone="warn">{say('deputy.none')}</StatusTag>
      )}
      <p class="tl-m0">
        {edition.texts[page.locale].name}. {whereText(page.locale, course)}. {!isOwn && agencyName}
      </p>
      <p class="tl-m0 tl-quiet tl-num">
        {isOwn && `${say('courses.held', { held, of: sessions })} ${say('courses.people', { enrolled, waiting })} `}
        {!endedAt &&
          (nextAt
            ? say('courses.next', { at: formatAt(page.locale, nextAt) })
            : say('courses.starts', { day: formatDay(page.locale, startsOn) }))}
      </p>
    </li>
  )
}
