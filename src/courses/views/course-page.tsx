import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Link,
  Note,
  NotificationBanner,
  PageHead,
  PlainList,
  Section,
  WayOn,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ruleText } from '../../programmes/index.ts'
import type { Hindrance } from '../lead-course.ts'
import type { CheckState, Course } from '../queries/courses.ts'
import type { Figures } from '../queries/figures.ts'
import type { Place } from '../queries/places.ts'
import type { CourseSession } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { FiguresPart } from './figures-part.tsx'
import { NeededPart } from './needed-part.tsx'
import { PeoplePart } from './people-part.tsx'
import { RegisterWingLine } from './register-wing-line.tsx'
import { whereText } from './said.ts'
import { SessionsPart } from './sessions-part.tsx'

export interface CourseProps {
  page: PageContext
  course: Course
  places: readonly Place[]
  states: Record<string, CheckState>
  sessions: readonly CourseSession[]
  figures: Figures | undefined
  hindrances: readonly Hindrance[]
  /** The reader's agency runs it. */
  isOwn: boolean
  mayWork: boolean
  done: string | undefined
}

/** One course: what needs somebody now, its meetings, its people, its numbers. */
export function CoursePage(props: CourseProps) {
  const { page, course, isOwn, done } = props
  const say = words(page.locale)
  const programme = course.package.texts[page.locale].name
  return (
    <Layout page={page} title={course.name}>
      <BackLink href="/courses">{say('courses.title')}</BackLink>
      {done && <NotificationBanner isSuccess text={say(`done.${done}` as 'done.planned')} />}
      <PageHead
        title={course.name}
        sub={`${programme}, ${say(`mode.${course.mode}`)}, ${say(`gender.${course.gender}`)}. ${whereText(page.locale, course)}.`}
        actions={
          course.mode === 'GROUP' ? (
            <Link href={`/courses/${course.id}/poster.pdf`}>{say('poster.link')}</Link>
          ) : undefined
        }
      />
      {isOwn && <RegisterWingLine locale={page.locale} assets={page.assets} />}
      {isOwn && <NeededPart {...props} />}
      {isOwn ? (
        <Columns
          main={
            <>
              <SessionsPart {...props} />
              <PeoplePart {...props} />
            </>
          }
          aside={<Aside {...props} />}
        />
      ) : (
        <>
          <p class="govuk-body">{say('course.of-others', { agency: course.agencyName })}</p>
          <SessionsPart {...props} />
          <Rules {...props} />
        </>
      )}
    </Layout>
  )
}

function Aside(props: CourseProps) {
  const { page, course, figures, mayWork } = props
  const say = words(page.locale)
  const hasDeputy = course.facilitators.some(({ role }) => role === 'DEPUTY')
  return (
    <>
      {figures && <FiguresPart page={page} figures={figures} title={say('figures.title')} />}
      <Section id="h-facilitators" title={say('facilitators.title')}>
        <PlainList>
          {course.facilitators.map(({ name, role }) => (
            <li>
              {name}, {say(`role.${role}`)}
            </li>
          ))}
        </PlainList>
        {!hasDeputy && !course.endedAt && (
          <Note tone="warn" title={say('deputy.none')} level={3}>
            <p>{say('deputy.none-text')}</p>
          </Note>
        )}
        {mayWork && !course.endedAt && (
          <WayOn href={`/courses/${course.id}/facilitators`}>{say('facilitators.change')}</WayOn>
        )}
      </Section>
      <Rules {...props} />
      {mayWork && !course.endedAt && <EndForm {...props} />}
    </>
  )
}

function Rules({ page, course }: CourseProps) {
  const say = words(page.locale)
  return (
    <Section id="h-rules" title={say('course.rules')}>
      <ul class="govuk-list govuk-list--bullet">
        {course.package.eligibility.map((rule) => (
          <li>{ruleText(page.locale, rule)}</li>
        ))}
      </ul>
      <WayOn href={`/programmes/${course.programmeId}`}>{say('course.edition', { version: course.edition })}</WayOn>
    </Section>
  )
}

function EndForm({ page, course }: CourseProps) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/courses/${course.id}/end`}>
      <input type="hidden" name="formId" value={newId()} />
      <ButtonGroup>
        {course.confirmedAt ? (
          <Button kind="secondary" name="how" value="HELD">
            {say('course.end')}
          </Button>
        ) : (
          <Button kind="secondary" name="how" value="CALLED_OFF">
            {say('course.call-off')}
          </Button>
        )}
      </ButtonGroup>
    </form>
  )
}
