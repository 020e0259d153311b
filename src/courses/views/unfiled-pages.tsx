import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Empty, InsetText, Link, Note, PageHead, ProblemSummary, Section } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Course } from '../queries/courses.ts'
import type { CourseSession } from '../queries/sessions.ts'
import type { UnfiledRegister } from '../queries/unfiled.ts'
import { words } from '../words.ts'
import { RegisterFields, type RegisterProps } from './register-page.tsx'
import { sessionTitle } from './said.ts'

interface ListProps {
  page: PageContext
  registers: readonly {
    register: UnfiledRegister
    session: CourseSession | undefined
    course: Course | undefined
  }[]
}

/** The reader's registers from a wing that could not be kept as they came, each with why. */
export function UnfiledRegistersPage({ page, registers }: ListProps) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('unfiled.title')}>
      <BackLink href="/courses">{say('courses.title')}</BackLink>
      <PageHead title={say('unfiled.title')} sub={say('unfiled.sub')} />
      {registers.length === 0 && (
        <Empty title={say('unfiled.none')}>
          <p class="govuk-body">{say('unfiled.none-text')}</p>
        </Empty>
      )}
      {registers.map(({ register, session, course }) => (
        <Section
          id={`h-${register.id}`}
          title={session && course ? sessionTitle(locale, course, session) : say('unfiled.no-session')}
          more={course?.name}
        >
          <p class="govuk-body">
            {say('unfiled.taken', { at: formatAt(locale, register.writtenAt) })} {say(`why.${register.why}`)}
          </p>
          <p class="govuk-body">
            <Link href={`/course-sessions/unfiled/${register.id}`}>
              {say('unfiled.open')}
              <span class="govuk-visually-hidden">: {formatAt(locale, register.writtenAt)}</span>
            </Link>
          </p>
        </Section>
      ))}
    </Layout>
  )
}

interface OneProps {
  page: PageContext
  register: UnfiledRegister
  typed: Typed
  problems: Problem[]
  userId: string
  /** Undefined where the session is not seen any more. */
  whole?: Omit<RegisterProps, 'page' | 'typed' | 'problems' | 'userId'>
}

/** One of them, as it was filled in, beside what stands: look, keep it, or throw it away. */
export function UnfiledRegisterPage({ page, register, typed, problems, userId, whole }: OneProps) {
  const { locale } = page
  const say = words(locale)
  const address = `/course-sessions/unfiled/${register.id}`
  const title = whole ? sessionTitle(locale, whole.course, whole.session) : say('unfiled.no-session')
  const isOpen = whole !== undefined && !whole.session.cancelledAt
  const hasUnseen = Object.keys(typed).some(
    (name) => name.startsWith('place-') && !whole?.lines.some(({ placeId }) => name === `place-${placeId}`),
  )
  return (
    <Layout page={page} title={title} hasProblems={problems.length > 0}>
      <BackLink href="/course-sessions/unfiled">{say('unfiled.title')}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      <PageHead title={title} sub={say('unfiled.taken', { at: formatAt(locale, register.writtenAt) })} />
      <Note tone="warn" title={say('unfiled.waits')}>
        <p>{say(`why.${register.why}`)}</p>
        {isOpen && hasUnseen && <p>{say('unfiled.unseen')}</p>}
      </Note>
      {isOpen ? (
        <form method="post" action={address} class="tl-reg" novalidate>
          <RegisterFields
            page={page}
            {...whole}
            typed={typed}
            problems={problems}
            userId={userId}
            formId={newId()}
            isTyped
          />
        </form>
      ) : (
        typedText({ typed }, 'note') && <InsetText>{typedText({ typed }, 'note')}</InsetText>
      )}
      <form method="post" action={`${address}/removal`}>
        <input type="hidden" name="formId" value={newId()} />
        <p class="govuk-body">{say('unfiled.throw-text')}</p>
        <Button kind="warning">{say('unfiled.throw')}</Button>
      </form>
    </Layout>
  )
}
