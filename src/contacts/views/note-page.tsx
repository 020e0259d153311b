import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { BesideFact } from '../../corrections/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  Note as Box,
  Button,
  Link,
  OwnWords,
  PageHead,
  Section,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Note } from '../queries/notes.ts'
import { words } from '../words.ts'
import { byLine } from './note-entry.tsx'

/** One note with everything it ever said. */
export function NotePage(props: {
  page: PageContext
  frame: CaseFrame
  note: Note
  userId: string
  isManagerOfIt: boolean
}) {
  const { page, frame, note, userId, isManagerOfIt } = props
  const say = words(page.locale)
  const title = say(`kind.${note.kind}`)
  const mayOpen = !note.withdrawnAt && (note.authorId === userId || isManagerOfIt)
  const mayCorrect = note.authorId === userId && !note.withdrawnAt
  return (
    <CaseLayout page={page} frame={frame} current="notes" title={title}>
      <BackLink href={`/cases/${frame.caseId}/notes`}>{say('note.back')}</BackLink>
      <PageHead
        title={title}
        sub={`${formatDay(page.locale, dayAt(note.happenedAt), 'long')}. ${byLine(note, page.locale)}`}
        actions={
          <>
            {mayCorrect && <Button href={`/notes/${note.id}/correct`}>{say('entry.correct')}</Button>}
            {note.part === 'mentoring' && mayOpen && <Link href={`/notes/${note.id}/opening`}>{say('note.open')}</Link>}
          </>
        }
      />
      {note.withdrawnAt && (
        <Box title={say('note.withdrawn-title', { name: note.authorName })} tone="warn">
          <p>
            {formatAt(page.locale, note.withdrawnAt)}. {note.withdrawnReason}
          </p>
        </Box>
      )}
      {frame.beside.some(({ factId }) => factId === note.id) && (
        <p class="govuk-body">
          <BesideFact locale={page.locale} frame={frame} factId={note.id} isWhole />
        </p>
      )}
      {!note.withdrawnAt && <Said body={note.body} ownWords={note.ownWords} say={say} name={frame.calledName} />}
      {note.earlier.length > 0 && (
        <Section id="h-before" title={say('note.before')}>
          {note.earlier.map(({ body, ownWords, replacedAt }) => (
            <>
              <h3 class="tl-tl__day">
                {say('note.before-until', { at: formatAt(page.locale, new Date(replacedAt)) })}
              </h3>
              <Said body={body} ownWords={ownWords} say={say} name={frame.calledName} />
            </>
          ))}
        </Section>
      )}
    </CaseLayout>
  )
}

interface SaidProps {
  body: string
  ownWords: string
  name: string
  say: ReturnType<typeof words>
}

function Said({ body, ownWords, name, say }: SaidProps) {
  return (
    <>
      {body && <p class="govuk-body tl-kept">{body}</p>}
      {ownWords && <OwnWords source={say('entry.own-words', { name })}>{ownWords}</OwnWords>}
    </>
  )
}
