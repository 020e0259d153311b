import { contradictionText, movementKinds } from '../../custody/index.ts'
import {
  Button,
  Cell,
  FileUpload,
  Link,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Row,
  RowHead,
  Table,
  Textarea,
} from '../../platform/web/components/index.ts'
import type { Problem } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { MovementRow } from '../movements/read-movements.ts'
import type { ToldRow } from '../movements/tell-movements.ts'
import { words } from '../movements/words.ts'

/** Choose a file or paste a list. */
export function MovementsStart({ page, pasted, problems }: { page: PageContext; pasted: string; problems: Problem[] }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('title')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={say} hasFile />
      <PageHead title={say('title')} sub={say('sub')} />
      <p class="govuk-body">{say('codes', { codes: movementKinds.join(', ') })}</p>
      <form method="post" action="/imports/movements/check" enctype="multipart/form-data">
        <FileUpload
          name="file"
          label={{ text: say('file'), size: 'm' }}
          hint={say('file-hint')}
          accept=".csv,.tsv,.txt"
          error={problemOf(problems, 'file', say)}
        />
        <Textarea name="pasted" label={{ text: say('pasted'), size: 's' }} rows={6} value={pasted} />
        <Button>{say('check')}</Button>
      </form>
    </Layout>
  )
}

/** What the list says, row by row, before anything is recorded. */
export function MovementsCheck({
  page,
  rows,
  text,
}: {
  page: PageContext
  rows: readonly MovementRow[]
  text: string
}) {
  const say = words(page.locale)
  const ready = rows.filter(({ unreadable }) => !unreadable).length
  return (
    <Layout page={page} title={say('preview')}>
      <PageHead title={say('preview')} />
      <Rows
        locale={page.locale}
        rows={rows.map(({ row, prisonNumber, kind, happenedOn, unreadable }) => ({
          row,
          prisonNumber,
          said: unreadable ? say(`unreadable.${unreadable}`) : [kind, happenedOn].join(', '),
        }))}
      />
      {ready > 0 && (
        <form method="post" action="/imports/movements" enctype="multipart/form-data">
          <input type="hidden" name="pasted" value={text} />
          <Button>{say('import', { count: ready })}</Button>
        </form>
      )}
      <p class="govuk-body">
        <Link href="/imports/movements">{say('again')}</Link>
      </p>
    </Layout>
  )
}

/** What came of each row. */
export function MovementsDone({ page, told }: { page: PageContext; told: readonly ToldRow[] }) {
  const say = words(page.locale)
  const count = told.filter(({ outcome }) => outcome === 'RECORDED').length
  return (
    <Layout page={page} title={say('title')}>
      <PageHead title={say('title')} />
      <Note title={say('results', { count })} />
      <Rows locale={page.locale} rows={told.map((each) => ({ ...each, said: saidOf(page.locale, each) }))} />
      <p class="govuk-body">
        <Link href="/imports/movements">{say('again')}</Link>
      </p>
    </Layout>
  )
}

function Rows({
  locale,
  rows,
}: {
  locale: Locale
  rows: readonly { row: number; prisonNumber: string; said: string }[]
}) {
  const say = words(locale)
  const heads = [say('row'), say('number'), say('outcome')]
  return (
    <Table caption={say('preview')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {rows.map(({ row, prisonNumber, said }) => (
        <Row>
          <RowHead>{row}</RowHead>
          <Cell label={heads[1]!}>{prisonNumber}</Cell>
          <Cell label={heads[2]!}>{said}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function saidOf(locale: Locale, { outcome, code = '' }: ToldRow): string {
  const say = words(locale)
  if (outcome === 'RECORDED') return say('recorded')
  if (outcome === 'ALREADY_RECORDED') return say('already')
  if (code.startsWith('unreadable.')) return say(code as 'unreadable.day')
  return contradictionText(locale, code) ?? say(code === 'person.not-found' ? 'not-found' : 'not-allowed')
}
