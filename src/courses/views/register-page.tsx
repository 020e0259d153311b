import { formatAt, formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, ButtonGroup, Empty, Glyph, type GlyphName, Input, Note, PageHead, ProblemSummary, problemOf, StatusTag, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Course } from '../queries/courses.ts'
import type { Mark, RegisterLine, SessionNote } from '../queries/register.ts'
import type { CourseSession } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { sessionTitle, whereText } from './said.ts'

interface Props {
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

const choices: [Mark, GlyphName][] = [
  ['ATTENDED', 'tick'],
  ['LATE', 'clock'],
  ['ABSENT_ACCEPTABLE', 'notreq'],
  ['ABSENT_UNACCEPTABLE', 'cross'],
]

/** Four buttons a person, for one hand on a phone; two who mark at once are both shown. */
export function RegisterPage(props: Props) {
  const { page, course, session, lines, notes, typed, problems, seenAt, userId } = props
  const say = words(page.locale)
  const title = sessionTitle(page.locale, course, session)
  const shown =
    problems.length > 0
      ? typedText({ typed }, 'note')
      : (notes.find(({ writtenBy }) => writtenBy === userId)?.words ?? '')
  const marked = lines.filter((line) => line.marks.some(({ isOfOldTime }) => !isOfOldTime))
  return (
    <Layout page={page} title={`${say('register.title')}, ${title}`} hasProblems={problems.length > 0}>
      <BackLink href={`/courses/${course.id}`}>{course.name}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      <PageHead
        title={title}
        sub={`${formatAt(page.locale, session.startsAt, 'long')}. ${whereText(page.locale, course)}. ${say('people', { count: lines.length })}`}
      />
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
        <form method="post" action={`/course-sessions/${session.id}/register`} class="tl-reg" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="seen" value={seenAt.toISOString()} />
          {lines.map((line) => (
            <Line {...props} line={line} />
          ))}
          {notes
            .filter(({ writtenBy }) => writtenBy !== userId)
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
        </form>
      )}
    </Layout>
  )
}

function Line({ page, line, typed, problems, userId }: Props & { line: RegisterLine }) {
  const say = words(page.locale)
  const { placeId, name, cell, marks, differs } = line
  const current = marks.filter(({ isOfOldTime }) => !isOfOldTime)
  const own = current.find(({ takenBy }) => takenBy === userId)
  const others = current.filter(({ takenBy }) => takenBy !== userId)
  const sent = typedText({ typed }, `mark-${placeId}`)
  const chosen = sent || own?.mark || (others.length === 1 ? others[0]!.mark : '')
  const why = problems.length > 0 ? typedText({ typed }, `why-${placeId}`) : (own?.why ?? others[0]?.why ?? '')
  return (
    <fieldset id={`place-${placeId}`}>
      <legend>
        {name || say('place.not-shared')} {cell && <span>{cell}</span>}
      </legend>
      <input type="hidden" name={`place-${placeId}`} value="1" />
      <div class="tl-reg__opts">
        {choices.map(([mark, glyph], index) => {
          const id = `mark-${placeId}-${index}`
          return (
            <div>
              <input type="radio" id={id} name={`mark-${placeId}`} value={mark} checked={chosen === mark} />
              <label for={id}>
                <Glyph name={glyph} />
                {say(`mark.${mark}`)}
              </label>
            </div>
          )
        })}
      </div>
      {others.map((mark) => (
        <p class="tl-reg__note">
          {differs && <StatusTag tone="warn">{say('register.differs')}</StatusTag>}{' '}
          {say('register.other', {
            name: mark.takenByName,
            mark: say(`mark.${mark.mark}`),
            time: formatTime(page.locale, new Date(mark.markedAt)),
          })}
          {mark.why && ` ${say('register.quote', { words: mark.why })}`}
        </p>
      ))}
      {marks
        .filter(({ isOfOldTime }) => isOfOldTime)
        .map((mark) => (
          <p class="tl-reg__note">{say('register.old', { name: mark.takenByName, mark: say(`mark.${mark.mark}`) })}</p>
        ))}
      <details class="tl-reg__note" open={why !== ''}>
        <summary>
          {say('register.why')}
          <span class="govuk-visually-hidden">: {name}</span>
        </summary>
        <Input
          name={`why-${placeId}`}
          label={say('register.why-label')}
          value={why}
          error={problemOf(problems, `why-${placeId}`, say)}
        />
      </details>
    </fieldset>
  )
}
