import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import {
  Note as Box,
  Button,
  Empty,
  FilterRow,
  Link,
  PageHead,
  Pager,
  Phone,
  PrintButton,
  Select,
  Timeline,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { noteKinds, noteParts } from '../note-kinds.ts'
import type { IntelligenceHolder, Note, NoteFilter } from '../queries/notes.ts'
import { words } from '../words.ts'
import { notesByDay } from './note-entry.tsx'

export interface NotesPageProps {
  page: PageContext
  frame: CaseFrame
  userId: string
  notes: readonly Note[]
  /** Police who hold intelligence that the reader may not read. */
  holders: readonly IntelligenceHolder[]
  filter: NoteFilter
  pathways: readonly { code: string; name: string }[]
  agencies: readonly { id: string; name: string }[]
  /** The first page has none; undefined where there are no older notes. */
  before: string | undefined
  older: string | undefined
}

export function NotesPage(props: NotesPageProps) {
  const { page, frame, userId, notes, pathways, older, before } = props
  const say = words(page.locale)
  const nameOf = new Map(pathways.map(({ code, name }) => [code, name]))
  const pathwayName = (code: string) => nameOf.get(code) ?? code
  const mayAdd = noteParts.some((part) => mayWrite(frame, part))
  return (
    <CaseLayout page={page} frame={frame} current="notes" title={say('notes.title')}>
      <PageHead
        title={say('notes.title')}
        sub={say('notes.sub', { name: frame.calledName })}
        actions={
          <>
            <PrintButton>{say('notes.print')}</PrintButton>
            <Link href={`/cases/${frame.caseId}/corrections`}>{say('notes.corrections')}</Link>
            <Link href={`/cases/${frame.caseId}/submissions`}>{say('notes.submissions')}</Link>
            {sees(frame, 'mentoring') && <Link href={`/cases/${frame.caseId}/mentor`}>{say('notes.mentor')}</Link>}
            {mayAdd && <Button href={`/cases/${frame.caseId}/notes/new`}>{say('notes.add')}</Button>}
          </>
        }
      />
      {props.holders.length > 0 && (
        <Box tone="warn">
          <p>{say('intelligence.held')}</p>
          {props.holders.map(({ agencyName, agencyPhone }) => (
            <p>
              {agencyName} {agencyPhone && <Phone number={agencyPhone} />}
            </p>
          ))}
        </Box>
      )}
      {!sees(frame, 'notes') && <PartNotSeen locale={page.locale} frame={frame} />}
      {(sees(frame, 'notes') || notes.length > 0) && <Filters {...props} />}
      {notes.length === 0 && sees(frame, 'notes') && <Nothing {...props} />}
      <Timeline
        level={2}
        days={notesByDay(notes, { frame, locale: page.locale, userId, calledName: frame.calledName, pathwayName })}
      />
      {notes.length > 0 && (
        <Pager
          shown={say('notes.shown', { count: notes.length })}
          previous={before ? { href: addressOf(props), text: say('notes.newest') } : undefined}
          next={older ? { href: addressOf(props, older), text: say('notes.older') } : undefined}
        />
      )}
    </CaseLayout>
  )
}

function Filters({ page, frame, filter, pathways, agencies }: NotesPageProps) {
  const say = words(page.locale)
  const all = { value: '', text: say('notes.all') }
  const isFiltered = Object.values(filter).some(Boolean)
  return (
    <FilterRow
      label={say('notes.filters')}
      summary={say('notes.change-filters')}
      action={`/cases/${frame.caseId}/notes`}
      submit={say('notes.apply')}
      isOpen
      isQuiet
      links={isFiltered ? [{ text: say('notes.clear'), href: `/cases/${frame.caseId}/notes` }] : []}
    >
      <Select
        name="kind"
        label={say('notes.title')}
        value={filter.kind}
        items={[all, ...noteKinds.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))]}
      />
      <Select
        name="pathway"
        label={say('form.pathway')}
        value={filter.pathway}
        items={[all, ...pathways.map(({ code, name }) => ({ value: code, text: name }))]}
      />
      <Select
        name="agency"
        label={say('notes.agency')}
        value={filter.agencyId}
        items={[all, ...agencies.map(({ id, name }) => ({ value: id, text: name }))]}
      />
      <Select
        name="words"
        label={say('notes.said')}
        value={filter.hasOwnWords ? 'only' : ''}
        items={[all, { value: 'only', text: say('notes.said-only') }]}
      />
    </FilterRow>
  )
}

function Nothing({ page, frame, filter }: NotesPageProps) {
  const say = words(page.locale)
  if (Object.values(filter).some(Boolean)) return <Empty title={say('notes.none-found')} isAnswer />
  return (
    <Empty title={say('notes.empty')}>
      <p class="govuk-body">{say('notes.empty-text', { name: frame.calledName })}</p>
    </Empty>
  )
}

/** The same list from another note on, with its filters. */
function addressOf({ frame, filter }: NotesPageProps, before?: string): string {
  const query = new URLSearchParams()
  if (filter.kind) query.set('kind', filter.kind)
  if (filter.pathway) query.set('pathway', filter.pathway)
  if (filter.agencyId) query.set('agency', filter.agencyId)
  if (filter.hasOwnWords) query.set('words', 'only')
  if (before) query.set('before', before)
  const text = query.toString()
  return `/cases/${frame.caseId}/notes${text && `?${text}`}`
}
