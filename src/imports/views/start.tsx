import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Empty,
  FileUpload,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Row,
  RowHead,
  Section,
  StatusTag,
  Table,
  Textarea,
} from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Batch } from '../queries/batches.ts'
import { words } from '../words.ts'

interface StartProps {
  page: PageContext
  batches: Batch[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Choose a file or paste a list; below, what was imported so far. */
export function StartPage({ page, batches, form }: StartProps) {
  const say = words(page.locale)
  const sayProblem = (key: string) => say(key as 'file-problem.missing')
  return (
    <Layout page={page} title={say('title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={sayProblem} hasFile />
      <PageHead title={say('title')} sub={say('sub')} />
      <form class="tl-noprint" method="post" action="/imports" enctype="multipart/form-data">
        <input type="hidden" name="formId" value={newId()} />
        <FileUpload
          name="file"
          label={{ text: say('file'), size: 'm' }}
          hint={say('file-hint')}
          accept=".csv,.tsv,.txt,.json"
          error={problemOf(form.problems, 'file', sayProblem)}
        />
        <Textarea
          name="pasted"
          label={{ text: say('pasted'), size: 's' }}
          hint={say('pasted-hint')}
          rows={4}
          value={typedText(form, 'pasted')}
        />
        <Button>{say('read')}</Button>
      </form>
      <Section id="past" title={say('past')}>
        {batches.length === 0 ? (
          <Empty title={say('past-none')}>
            <p class="govuk-body">{say('past-none-text')}</p>
          </Empty>
        ) : (
          <Batches page={page} batches={batches} />
        )}
      </Section>
    </Layout>
  )
}

function Batches({ page: { locale }, batches }: Pick<StartProps, 'page' | 'batches'>) {
  const say = words(locale)
  const columns = [say('column.file'), say('column.when'), say('column.who'), say('column.result')]
  return (
    <Table caption={say('past')} isCaptionHidden columns={columns.map((text) => ({ text }))}>
      {batches.map((batch) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/imports/${batch.id}`}>
              {batch.fileName}
            </Link>
          </RowHead>
          <Cell label={say('column.when')}>{formatAt(locale, batch.committedAt ?? batch.madeAt)}</Cell>
          <Cell label={say('column.who')}>{batch.madeByName}</Cell>
          <Cell label={say('column.result')}>{stateOf(batch, locale)}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function stateOf({ committedAt, undoneAt, counts, waiting }: Batch, locale: PageContext['locale']) {
  const say = words(locale)
  if (undoneAt) return say('state.undone')
  if (!committedAt || !counts) return <StatusTag tone="accent">{say('state.waiting')}</StatusTag>
  const { added, changed } = counts
  return (
    <>
      {say('state.committed', { added, changed })}
      {waiting > 0 && <small class="is-warn">{say('state.to-resolve', { count: waiting })}</small>}
    </>
  )
}
