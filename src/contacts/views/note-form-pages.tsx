import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, Link, ProblemSummary, problemOf, Textarea } from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Note } from '../queries/notes.ts'
import { words } from '../words.ts'
import { NoteFields } from './note-fields.tsx'

interface FormPageProps {
  page: PageContext
  frame: CaseFrame
  form: { typed: Typed; problems: Problem[] }
  pathways: readonly { code: string; name: string }[]
}

export function NewNotePage({ page, frame, form, pathways }: FormPageProps) {
  const say = words(page.locale)
  const title = say('form.title')
  return (
    <CaseLayout page={page} frame={frame} current="notes" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <form method="post" action={`/cases/${frame.caseId}/notes`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <NoteFields locale={page.locale} frame={frame} form={form} pathways={pathways} />
        <ButtonGroup>
          <Button>{say('form.save')}</Button>
          <Link href={`/cases/${frame.caseId}/notes`}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

export function CorrectNotePage({ page, frame, form, pathways, note }: FormPageProps & { note: Note }) {
  const say = words(page.locale)
  const title = say('correct.title')
  const version = typedText(form, 'version') || String(note.version)
  return (
    <CaseLayout page={page} frame={frame} current="notes" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{say('correct.text')}</p>
      <form method="post" action={`/notes/${note.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={version} />
        <NoteFields locale={page.locale} frame={frame} form={form} pathways={pathways} isCorrection />
        <ButtonGroup>
          <Button>{say('correct.save')}</Button>
          <Link href={`/notes/${note.id}`}>{say('form.cancel')}</Link>
        </ButtonGroup>
      </form>
      <h2 class="govuk-heading-m">{say('withdraw.title')}</h2>
      <form method="post" action={`/notes/${note.id}/withdrawal`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={version} />
        <Textarea
          name="reason"
          label={say('withdraw.reason')}
          hint={say('withdraw.hint')}
          rows={2}
          value={typedText(form, 'reason')}
          error={problemOf(form.problems, 'reason', say)}
        />
        <Button kind="warning">{say('withdraw.save')}</Button>
      </form>
    </CaseLayout>
  )
}
