import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, ButtonGroup, Empty, filesOfWing, Note, PageHead, PrintButton, ProblemSummary, problemOf, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Seal } from '../../platform/web/wing-routes.ts'
import type { Course } from '../queries/courses.ts'
import type { RegisterLine, SessionNote } from '../queries/register.ts'
import type { CourseSession } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { Line } from './register-line.tsx'
import { RegisterWingLine } from './register-wing-line.tsx'
import { sessionTitle, whereText } from './said.ts'

export interface RegisterProps {
  page: PageContext
  course: Course
  session: CourseSession
  lines: readonly RegisterLine[]
  notes: readonly SessionNote[]
  typed: Typed
  problems: Problem[]
  /** Up to when this page shows what others marked. */
  seenAt: Date
  userId: string
}

/** Four buttons a person, for one hand on a phone, with a network or without; two who mark at once are both shown. */
export function RegisterPage(props: RegisterProps & { seal: Seal; formId: string }) {
  const { page, course, session, lines, problems, seal } = props
  const say = words(page.locale)
  const title = sessionTitle(page.locale, course, session)
  return (
    <Layout page={page} title={`${say('register.title')}, ${title}`} hasProblems={problems.length > 0}>
      <BackLink href={`/courses/${course.id}`}>{course.name}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      <PageHead
        title={title}
        sub={`${formatAt(page.locale, session.startsAt, 'long')}. ${whereText(page.locale, course)}. ${say('people', { count: lines.length })}`}
        actions={lines.length > 0 && <PrintButton>{say('register.print')}</PrintButton>}
      />
      <RegisterWingLine locale={page.locale} assets={page.assets} />
      {session.markedBeforeMove > 0 && session.movedFrom && (
        <Note tone="warn" title={say('register.moved')}>
          <p>{say('register.moved-text', { was: formatAt(page.locale, session.movedFrom) })}</p>
        </Note>
      )}
      {lines.length === 0 ? (
        <Empty title={say('register.nobody')}>
          <p class="govuk-body">{say(session.catchUpOfId ? 'register.nobody-missed' : 'register.nobody-text')}</p>
        </Empty>
      ) : (
        <>
          <div data-sealed-if="ready" hidden>
            <Note>
              <p>{say('register.ready')}</p>
            </Note>
          </div>
          <form
            method="post"
            action={`/course-sessions/${session.id}/register`}
            class="tl-reg"
            novalidate
            data-sealed="page"
            data-sealed-to="/course-sessions"
            data-seal-key={seal.key}
            data-seal-key-id={seal.keyId}
            data-seal-author={seal.author}
            data-seal-files={JSON.stringify(filesOfWing(page.assets))}
            data-sealed-register={JSON.stringify(forDevice(props, title))}
            data-sealed-problems={problems.length > 0 ? 'yes' : undefined}
          >
            <RegisterFields {...props} />
          </form>
        </>
      )}
    </Layout>
  )
}

/** What a device may know without a network: nobody's name, cell or number of their own. */
function forDevice({ page, session, lines, seenAt, userId }: RegisterProps, title: string) {
  return {
    id: session.id,
    title: `${title}, ${formatAt(page.locale, session.startsAt)}`,
    starts: session.startsAt.toISOString(),
    seen: seenAt.toISOString(),
    lines: lines.map(({ placeId, number, marks }) => ({
      placeId,
      number,
      mark: marks.find(({ takenBy, isOfOldTime }) => takenBy === userId && !isOfOldTime)?.mark ?? '',
    })),
  }
}

/** The lines of a register, what was said of the session, and the buttons. */
export function RegisterFields(props: RegisterProps & { formId: string; isTyped?: boolean }) {
  const { page, session, lines, notes, typed, problems, seenAt, userId, formId } = props
  const say = words(page.locale)
  const isTyped = props.isTyped || problems.length > 0
  const shown = isTyped
    ? typedText({ typed }, 'note')
    : (notes.find(({ writtenBy }) => writtenBy === userId)?.words ?? '')
  const marked = lines.filter((line) => line.marks.some(({ isOfOldTime }) => !isOfOldTime))
  return (
    <>
      <input type="hidden" name="formId" value={formId || newId()} />
      <input type="hidden" name="seen" value={seenAt.toISOString()} />
      <input type="hidden" name="starts" value={session.startsAt.toISOString()} />
      <div data-register-lines="">
        {lines.map((line) => (
          <Line locale={page.locale} line={line} typed={typed} isTyped={isTyped} problems={problems} userId={userId} />
        ))}
      </div>
      {notes
        .filter(({ writtenBy }) => writtenBy !== userId || isTyped)
        .map(({ name, words: text }) => (
          <Note title={say('register.note-of', { name })} level={2}>
            <p>{text}</p>
          </Note>
        ))}
      <Textarea
        name="note"
        label={{ text: say('register.note'), size: 'm' }}
        hint={say('register.note-hint')}
        rows={3}
        value={shown}
        error={problemOf(problems, 'note', say)}
        formGroup={{ class: 'tl-mt' }}
      />
      <p class="govuk-body tl-num">{say('register.count', { marked: marked.length, of: lines.length })}</p>
      <ButtonGroup>
        <Button>{say('register.save')}</Button>
        {marked.length < lines.length && (
          <Button kind="secondary" name="rest" value="ATTENDED">
            {say('register.rest')}
          </Button>
        )}
      </ButtonGroup>
    </>
  )
}
