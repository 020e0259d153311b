import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Section,
  Select,
  WarningText,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Opening, WalledNote } from '../queries.ts'
import { words } from '../words.ts'

export interface OpenNoteProps {
  page: PageContext
  frame: CaseFrame
  note: WalledNote
  agencies: readonly { id: string; name: string }[]
  openings: readonly Opening[]
  form: { typed: Typed; problems: Problem[] }
}

/** Opens one note to one agency; says to whom it stands open, and closes it again. */
export function OpenNotePage({ page, frame, note, agencies, openings, form }: OpenNoteProps) {
  const { locale } = page
  const say = words(locale)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="notes"
      title={say('open.title')}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={`/notes/${note.id}`}>{say('open.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('open.title')} sub={say('open.sub')} />
      <form method="post" action={`/notes/${note.id}/opening`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <WarningText>{say('open.warning', { name: frame.calledName })}</WarningText>
        <Select
          name="toAgencyId"
          label={say('open.agency')}
          value={typedText(form, 'toAgencyId')}
          error={problemOf(form.problems, 'toAgencyId', say)}
          items={[
            { value: '', text: say('open.choose') },
            ...agencies.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <CharacterCount
          name="reason"
          label={say('open.reason')}
          hint={say('open.reason-hint')}
          maxLength={1_000}
          rows={4}
          value={typedText(form, 'reason')}
          error={problemOf(form.problems, 'reason', say)}
        />
        <Button>{say('open.button')}</Button>
      </form>
      {openings.length > 0 && (
        <Section id="h-openings" title={say('open.list')}>
          <PlainList>
            {openings.map((opening) => (
              <li>
                <b>{opening.toAgencyName}</b>
                <br />
                {say('open.by', { name: opening.openerName, at: formatAt(locale, opening.openedAt) })} {opening.reason}
                {opening.closedAt ? (
                  <p class="tl-quiet">{say('open.closed', { at: formatAt(locale, opening.closedAt) })}</p>
                ) : (
                  <form method="post" action={`/safeguarding/${opening.id}/close`}>
                    <input type="hidden" name="formId" value={newId()} />
                    <button type="submit" class="tl-linklike">
                      {say('open.close', { agency: opening.toAgencyName })}
                    </button>
                  </form>
                )}
              </li>
            ))}
          </PlainList>
        </Section>
      )}
    </CaseLayout>
  )
}
