import { type CaseFrame, CaseLayout, PartNotSeen, sees } from '../../cases/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Empty, Link, PageHead, ProblemSummary, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { Session } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { SessionFields } from './session-fields.tsx'

export interface PersonPageProps {
  page: PageContext
  frame: CaseFrame
  sessions: readonly Session[]
  dueOn: Day | null
  /** Undefined for who may not write here, or works in no prison. */
  form: { typed: Typed; problems: Problem[] } | undefined
}

/** The key work with one person: a note in three touches, and what there was before. */
export function PersonPage({ page, frame, sessions, dueOn, form }: PersonPageProps) {
  const { locale } = page
  const say = words(locale)
  const title = say('person.title')
  const problems = form?.problems ?? []
  const due = dueOn ? say('person.due', { day: formatDay(locale, dueOn) }) : undefined
  return (
    <CaseLayout page={page} frame={frame} current="notes" title={title} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={say} />
      <PageHead
        title={title}
        sub={due}
        actions={
          <>
            <Link class="" href="/key-work">
              {say('due.title')}
            </Link>
            <Link class="" href={`/cases/${frame.caseId}/supervisor-contacts`}>
              {say('person.supervisor')}
            </Link>
          </>
        }
      />
      {!sees(frame, 'notes') && <PartNotSeen locale={locale} frame={frame} level={2} />}
      {form && (
        <form class="tl-noprint" method="post" action={`/cases/${frame.caseId}/key-work`} novalidate>
          <input type="hidden" name="formId" value={typedText(form, 'formId') || newId()} />
          <SessionFields locale={locale} form={form} />
          <Button>{say('form.save')}</Button>
        </form>
      )}
      <Section id="h-before" title={say('person.before')}>
        {sessions.length === 0 ? (
          <Empty title={say('person.none')}>
            <p class="govuk-body">{say('person.none-text', { name: frame.calledName })}</p>
          </Empty>
        ) : (
          <Sessions locale={locale} sessions={sessions} />
        )}
      </Section>
    </CaseLayout>
  )
}

function Sessions({ locale, sessions }: { locale: Locale; sessions: readonly Session[] }) {
  const say = words(locale)
  const heads = [say('col.day'), say('col.what'), say('col.said'), say('col.who')] as const
  return (
    <Table caption={say('person.before')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {sessions.map((session) => (
        <Row>
          <RowHead>{formatDay(locale, session.happenedOn)}</RowHead>
          <Cell label={heads[1]}>
            {say(`kind.${session.kind}`)}
            {session.reason && <small>{say(`reason.${session.reason}`)}</small>}
            {session.lengthInMinutes && <small>{say('col.minutes', { minutes: session.lengthInMinutes })}</small>}
            {session.tags.length > 0 && <small>{session.tags.map((tag) => say(`tag.${tag}`)).join(', ')}</small>}
          </Cell>
          <Cell label={heads[2]}>
            {session.noteId ? (
              <Link class="tl-link" href={`/notes/${session.noteId}`}>
                {lineOf(session.line)}
              </Link>
            ) : (
              say('col.nothing')
            )}
          </Cell>
          <Cell label={heads[3]}>
            {session.workerName}
            {session.isFromWing && <small>{say('col.from-wing')}</small>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

const lettersOfLine = 90

/** The first line of a note, cut at a word. */
export function lineOf(text: string | null): string {
  const first = (text ?? '').split('\n')[0]!.trim()
  if (first.length <= lettersOfLine) return first || '…'
  return `${first.slice(0, lettersOfLine).replace(/\s+\S*$/, '')}…`
}
