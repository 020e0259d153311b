import { type CaseFrame, CaseLayout, PartNotSeen, sees } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, DateInput, Empty, Link, Note, PageHead, ProblemSummary, problemOf, Radios, Row, RowHead, Section, Table, Textarea } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { contactKinds } from '../contact-kinds.ts'
import type { Contact, Standing } from '../queries.ts'
import { words } from '../words.ts'
import { countsText, lapsedText } from './contact-line.tsx'

export interface ContactsPageProps {
  page: PageContext
  frame: CaseFrame
  standing: Standing | undefined
  contacts: readonly Contact[]
  form: { typed: Typed; problems: Problem[] }
  userId: string
  mayAdd: boolean
  /** Words are a note, for whoever may write notes. */
  mayWriteWords: boolean
}

/** Each time that the supervisor outside was in touch, and writing one down. */
export function ContactsPage(props: ContactsPageProps) {
  const { page, frame, standing, contacts, form } = props
  const { locale } = page
  const say = words(locale)
  const title = say('page.title')
  return (
    <CaseLayout page={page} frame={frame} current="notes" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={title}
        sub={standing ? countsText(locale, standing.counts) : say('page.outside')}
        actions={
          <Link class="" href="/supervisor-contacts">
            {say('lapsed.title')}
          </Link>
        }
      />
      {!sees(frame, 'custody') && <PartNotSeen locale={locale} frame={frame} level={2} />}
      {standing?.hasLapsed && (
        <Note tone="warn">
          <p>{lapsedText(locale, standing)}</p>
        </Note>
      )}
      {props.mayAdd && <LogForm {...props} />}
      <Section id="h-log" title={say('page.log')}>
        {contacts.length === 0 ? (
          <Empty title={say('page.none')}>
            <p class="govuk-body">{say('page.none-text', { name: frame.calledName })}</p>
          </Empty>
        ) : (
          <Log {...props} />
        )}
      </Section>
    </CaseLayout>
  )
}

function LogForm({ page, frame, form, mayWriteWords }: ContactsPageProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <form class="tl-noprint" method="post" action={`/cases/${frame.caseId}/supervisor-contacts`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Radios
        name="kind"
        legend={{ text: say('form.kind'), size: 'm' }}
        items={contactKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))}
        isInline
        value={typedText(form, 'kind')}
        error={error('kind')}
      />
      <DateInput
        name="happenedOn"
        legend={{ text: say('form.day') }}
        hint={say('form.day-hint')}
        values={dayBoxes(form, 'happenedOn')}
        error={error('happenedOn')}
      />
      {mayWriteWords && (
        <Textarea
          name="words"
          label={say('form.words')}
          hint={say('form.words-hint')}
          rows={3}
          value={typedText(form, 'words')}
          error={error('words')}
        />
      )}
      <Button>{say('form.save')}</Button>
    </form>
  )
}

function Log({ page, contacts, userId }: ContactsPageProps) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('col.day'), say('col.how'), say('col.by')] as const
  return (
    <Table caption={say('page.log')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {contacts.map((contact) => {
        const day = formatDay(locale, contact.happenedOn)
        return (
          <Row>
            <RowHead>{day}</RowHead>
            <Cell label={heads[1]}>
              {say(`kind.${contact.kind}`)}
              {contact.noteId && (
                <small>
                  <Link class="tl-link" href={`/notes/${contact.noteId}`}>
                    {say('col.note')}
                    <span class="govuk-visually-hidden">: {day}</span>
                  </Link>
                </small>
              )}
            </Cell>
            <Cell label={heads[2]}>
              {contact.madeBy}
              {contact.madeById === userId && (
                <form method="post" action={`/supervisor-contacts/${contact.id}/withdrawal`}>
                  <input type="hidden" name="formId" value={newId()} />
                  <Button kind="secondary">
                    {say('form.undo')}
                    <span class="govuk-visually-hidden">: {day}</span>
                  </Button>
                </form>
              )}
            </Cell>
          </Row>
        )
      })}
    </Table>
  )
}
