import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, CharacterCount, Details, Empty, Link, PageHead, PlainList, ProblemSummary, problemOf, Radios, Section } from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { bases } from '../bases.ts'
import type { Submission } from '../queries.ts'
import { words } from '../words.ts'

/** A no that was sent without its reason. */
export interface Declining {
  id: string
  form: FormState<unknown>
}

export interface CaseSubmissionsProps {
  page: PageContext
  frame: CaseFrame
  rows: readonly Submission[]
  /** Whoever may write in the notes takes and declines; the others give. */
  mayDecide: boolean
  userId: string
  form: FormState<unknown>
  declining?: Declining | undefined
}

/** What partners gave to those who work on the case, and a form to give more. */
export function CaseSubmissionsPage(props: CaseSubmissionsProps) {
  const { page, frame, rows, mayDecide, form, declining } = props
  const say = words(page.locale)
  const problems = [...form.problems, ...(declining?.form.problems ?? [])]
  return (
    <CaseLayout page={page} frame={frame} current="record" title={say('title')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={say} />
      <PageHead title={say('title')} sub={say(mayDecide ? 'sub.decide' : 'sub.give', { name: frame.calledName })} />
      {rows.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say(mayDecide ? 'none.decide' : 'none.give')}</p>
        </Empty>
      ) : (
        <PlainList>
          {rows.map((row) => (
            <li>
              <One {...props} row={row} />
            </li>
          ))}
        </PlainList>
      )}
      {!mayDecide && frame.isOpen && <Give {...props} />}
    </CaseLayout>
  )
}

function One({ page: { locale }, row, mayDecide, userId, declining }: CaseSubmissionsProps & { row: Submission }) {
  const say = words(locale)
  const isOwn = row.madeById === userId
  const isWaiting = row.state === 'WAITING'
  const ofThis = declining?.id === row.id ? declining.form : undefined
  return (
    <>
      <p class="govuk-body tl-kept tl-m0">{row.words}</p>
      <p class="tl-quiet">
        {say('by', {
          name: row.madeByName,
          agency: row.agencyName,
          at: formatAt(locale, row.madeAt),
          basis: say(`basis.${row.basis}`),
        })}{' '}
        {say(`state.${row.state}`, { name: row.decidedByName ?? '' })} {row.reason}{' '}
        {row.noteId && mayDecide && <Link href={`/notes/${row.noteId}`}>{say('note')}</Link>}
      </p>
      {isWaiting && isOwn && (
        <Post to={`/submissions/${row.id}/withdrawal`}>
          <Button kind="secondary">{say('withdraw')}</Button>
        </Post>
      )}
      {isWaiting && mayDecide && !isOwn && (
        <>
          <Post to={`/submissions/${row.id}/taking`}>
            <Button>{say('take')}</Button>
          </Post>
          <Details summary={say('decline')} isOpen={Boolean(ofThis)}>
            <Post to={`/submissions/${row.id}/refusal`}>
              <CharacterCount
                name="reason"
                id={ofThis ? 'reason' : `reason-${row.id}`}
                label={say('reason')}
                hint={say('reason.hint')}
                maxLength={1_000}
                rows={3}
                value={ofThis ? typedText(ofThis, 'reason') : ''}
                error={ofThis && problemOf(ofThis.problems, 'reason', say)}
              />
              <Button kind="secondary">{say('decline.button')}</Button>
            </Post>
          </Details>
        </>
      )}
    </>
  )
}

function Give({ page, frame, form }: CaseSubmissionsProps) {
  const say = words(page.locale)
  return (
    <Section id="h-give" title={say('give')}>
      <Post to={`/cases/${frame.caseId}/submissions`}>
        <CharacterCount
          name="words"
          label={say('words')}
          hint={say('words.hint')}
          maxLength={4_000}
          rows={5}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
        />
        <Radios
          name="basis"
          legend={{ text: say('basis'), size: 's' }}
          items={bases.map((value) => ({ value, text: say(`basis.${value}`) }))}
          value={typedText(form, 'basis')}
          error={problemOf(form.problems, 'basis', say)}
        />
        <Button>{say('give.button')}</Button>
      </Post>
    </Section>
  )
}

function Post({ to, children }: { to: string; children?: unknown }) {
  return (
    <form method="post" action={to} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      {children as never}
    </form>
  )
}

/** What the note says that a submission becomes. */
export function noteText(
  locale: Locale,
  { madeByName: name, agencyName: agency, basis, words: told }: Submission,
): string {
  const say = words(locale)
  return say('note.text', { name, agency, basis: say(`basis.${basis}`), words: told })
}
