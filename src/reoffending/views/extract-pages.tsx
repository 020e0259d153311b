import { ColumnsOf, Ignored, Problems, type Sheet, type StoredProblem } from '../../imports/index.ts'
import { identifierLabel } from '../../people/index.ts'
import { formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, ButtonGroup, Checkboxes, Facts, Link, Note, PageHead,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { Problem } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { Extract } from '../extracts/bring-in.ts'
import { numberFields, offenceFields } from '../extracts/offence-fields.ts'
import type { ReadOffences } from '../extracts/read-offences.ts'
import { words } from '../words.ts'

const place = '/reoffending/extracts'

interface ColumnsProps {
  page: PageContext
  batch: Extract
  sheet: Sheet
  chosen: string[]
  problems: Problem[]
}

/** What each column of the file holds, as guessed or as the agency chose before. */
export function ExtractColumns({ batch, ...props }: ColumnsProps) {
  const label = (field: string) => fieldLabel(props.page.locale, field)
  return <ColumnsOf {...props} batch={batch} place={place} fields={offenceFields} label={label} />
}

function fieldLabel(locale: Locale, field: string): string {
  const number = numberFields.find((each) => each === field)
  return number ? identifierLabel(locale, number) : words(locale)(`field.${field}` as 'field.outcome')
}

/** What a waiting extract would bring: counts, what stays out and why; nothing is kept yet. */
export function ExtractPreview({
  page,
  batch,
  examined,
}: {
  page: PageContext
  batch: Extract
  examined: ReadOffences
}) {
  const { locale } = page
  const say = words(locale)
  const { read, offences, errors, warnings, ignored } = examined
  const rejected = new Set(errors.map(({ row }) => row)).size
  return (
    <Layout page={page} title={say('preview.title')}>
      <BackLink href={place}>{say('extracts.title')}</BackLink>
      <PageHead title={say('preview.title')} sub={say('preview.sub', { file: batch.fileName })} />
      <Counts locale={locale} counts={{ read, added: offences.length, rejected }} />
      <p class="govuk-body">{say('preview.hint')}</p>
      <form method="post" action={`${place}/${batch.id}/commit`}>
        <input type="hidden" name="formId" value={newId()} />
        <Checkboxes
          name="history"
          legend={say('preview.history')}
          hint={say('preview.history-hint')}
          items={[{ value: 'whole', text: say('preview.history-whole') }]}
          isSmall
        />
        <ButtonGroup>
          <Button preventDoubleClick>{say('preview.keep')}</Button>
          <Link href={`${place}/${batch.id}/columns`}>{say('preview.columns')}</Link>
        </ButtonGroup>
      </form>
      <Problems locale={locale} id="errors" title={say('errors')} none={say('errors-none')} problems={errors} />
      <Problems locale={locale} id="warnings" title={say('warnings')} none={say('warnings-none')} problems={warnings} />
      <Ignored locale={locale} ignored={ignored} />
    </Layout>
  )
}

/** What an extract brought, and a way back for a day. */
export function ExtractReport({
  page,
  batch,
  problems,
}: {
  page: PageContext
  batch: Extract
  problems: StoredProblem[]
}) {
  const { locale } = page
  const say = words(locale)
  const { read = 0, added = 0, rejected = 0 } = batch.counts ?? {}
  return (
    <Layout page={page} title={say('report.title')}>
      <BackLink href={place}>{say('extracts.title')}</BackLink>
      <PageHead title={say('report.title')} sub={say('preview.sub', { file: batch.fileName })} />
      {batch.undoneAt ? (
        <Note title={say('extracts.undone')} />
      ) : (
        <Note title={say('report.done', { count: added })}>
          <p class="govuk-body">{say('report.text')}</p>
          <form method="post" action={`${place}/${batch.id}/undo`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary">{say('report.undo')}</Button>
          </form>
        </Note>
      )}
      <Counts locale={locale} counts={{ read, added, rejected }} />
      <Problems locale={locale} id="errors" title={say('errors')} none={say('errors-none')} problems={problems} />
    </Layout>
  )
}

function Counts({ locale, counts }: { locale: Locale; counts: Record<'read' | 'added' | 'rejected', number> }) {
  const say = words(locale)
  const facts = (['read', 'added', 'rejected'] as const).map((name) => ({
    term: say(`count.${name}`),
    value: formatNumber(locale, counts[name]),
  }))
  return <Facts facts={facts} />
}
