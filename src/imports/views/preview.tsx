import { releaseDateLabel } from '../../custody/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  Link,
  PageHead,
  Row,
  RowHead,
  Section,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { Examination, PlannedRow } from '../examine.ts'
import type { Batch } from '../queries/batches.ts'
import { words } from '../words.ts'
import { CountList, Ignored, Problems } from './parts.tsx'

const shownPeople = 100

/** What a waiting import would do: the counts first, then what needs a person, then everybody. */
export function PreviewPage({
  page,
  batch,
  examination,
}: {
  page: PageContext
  batch: Batch
  examination: Examination
}) {
  const { locale } = page
  const say = words(locale)
  const { counts, errors, warnings, ignored, rows } = examination
  return (
    <Layout page={page} title={say('preview.title')}>
      <PageHead
        title={say('preview.title')}
        sub={say('preview.sub', { file: batch.fileName })}
        actions={<Link href={`/imports/${batch.id}/problems.csv`}>{say('problems.download')}</Link>}
      />
      <CountList
        locale={locale}
        counts={counts}
        parts={['errors', 'people', ...(counts.duplicates > 0 ? (['duplicates'] as const) : [])]}
      />
      <form method="post" action={`/imports/${batch.id}/commit`}>
        <input type="hidden" name="formId" value={newId()} />
        <ButtonGroup>
          <Button preventDoubleClick>{say('commit')}</Button>
          <Link href={`/imports/${batch.id}/columns`}>{say('columns.change')}</Link>
        </ButtonGroup>
        <p class="govuk-body tl-quiet">{say('commit-hint')}</p>
      </form>
      <Problems locale={locale} id="errors" title={say('errors.title')} none={say('errors.none')} problems={errors} />
      {counts.duplicates > 0 && (
        <Section id="duplicates" title={say('duplicates.title')} more={String(counts.duplicates)}>
          <p class="govuk-body">
            {say('duplicates.text')} {say('duplicates.later')}
          </p>
        </Section>
      )}
      <Problems
        locale={locale}
        id="warnings"
        title={say('warnings.title')}
        none={say('warnings.none')}
        text={say('warnings.text')}
        problems={warnings}
      />
      <Ignored locale={locale} ignored={ignored} />
      <People locale={locale} rows={rows.filter(({ person }) => person)} />
    </Layout>
  )
}

function People({ locale, rows }: { locale: Locale; rows: PlannedRow[] }) {
  const say = words(locale)
  const shown = [...rows].sort((a, b) => rank(a) - rank(b)).slice(0, shownPeople)
  return (
    <Section id="people" title={say('people.title')}>
      <Table
        caption={say('people.title')}
        isCaptionHidden
        columns={[{ text: say('people.name') }, { text: say('problem.row') }, { text: say('people.what') }]}
      >
        {shown.map((row) => (
          <Row>
            <RowHead>
              {row.person?.givenName} {row.person?.familyName}
              <small class="tl-num">{row.person?.identifiers[0]?.value}</small>
            </RowHead>
            <Cell label={say('problem.row')}>{row.row}</Cell>
            <Cell label={say('people.what')}>
              {say(`outcome.${row.outcome}`)}
              {whatOf(locale, row).map((line) => (
                <small>{line}</small>
              ))}
            </Cell>
          </Row>
        ))}
      </Table>
      {rows.length > shownPeople && (
        <p class="govuk-body">{say('people.more', { count: rows.length - shownPeople })}</p>
      )}
    </Section>
  )
}

const order = ['DUPLICATE', 'CHANGED', 'ADDED', 'UNCHANGED', 'REJECTED']
const rank = ({ outcome, row }: PlannedRow): number => order.indexOf(outcome) * 1_000_000 + row

/** In a few words, what a row changes. */
function whatOf(locale: Locale, { outcome, difference }: PlannedRow): string[] {
  const say = words(locale)
  if (outcome !== 'CHANGED') return []
  if (!difference) return [say('arrives')]
  const dayOf = (day: string | null) => (day ? formatDay(locale, day) : say('problem.blank'))
  const dates = difference.dates.map(({ kind, day, was }) =>
    say('moved', { kind: releaseDateLabel(locale, kind), from: dayOf(was), to: dayOf(day) }),
  )
  const fields = [
    ...Object.keys(difference.fields).map((field) => say(`field.${field}` as 'field.givenName')),
    ...(difference.identifiers.length > 0 ? [say('new-number')] : []),
    ...(difference.aliases.length > 0 ? [say('new-alias')] : []),
    ...(difference.isStayChanged ? [say('new-place')] : []),
  ]
  return fields.length > 0 ? [...dates, say('changed-fields', { fields: fields.join(', ') })] : dates
}
