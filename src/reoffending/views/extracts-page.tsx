import { type Batch, fileReasonOf } from '../../imports/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Cell, Empty, FileUpload, Link, PageHead, ProblemSummary, problemOf, Row, RowHead, Section, Table, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { Problem } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

interface ExtractsProps {
  page: PageContext
  batches: readonly Batch[]
  problems: Problem[]
  pasted: string
}

/** Choose a file of offences or paste one; below, what was brought in so far. */
export function ExtractsPage({ page, batches, problems, pasted }: ExtractsProps) {
  const { locale } = page
  const say = words(locale)
  const sayProblem = (code: string) => fileReasonOf(locale, code as 'missing')
  const heads = [say('extracts.file'), say('extracts.when'), say('extracts.who'), say('extracts.result')]
  return (
    <Layout page={page} title={say('extracts.title')} hasProblems={problems.length > 0}>
      <BackLink href="/reoffending">{say('title')}</BackLink>
      <ProblemSummary problems={problems} say={sayProblem} hasFile />
      <PageHead title={say('extracts.title')} sub={say('extracts.sub')} />
      <form class="tl-noprint" method="post" action="/reoffending/extracts" enctype="multipart/form-data">
        <input type="hidden" name="formId" value={newId()} />
        <FileUpload
          name="file"
          label={{ text: say('extracts.choose'), size: 'm' }}
          hint={say('extracts.hint')}
          accept=".csv,.tsv,.txt"
          error={problemOf(problems, 'file', sayProblem)}
        />
        <Textarea name="pasted" label={{ text: say('extracts.pasted'), size: 's' }} rows={4} value={pasted} />
        <Button>{say('extracts.read')}</Button>
      </form>
      <Section id="h-past" title={say('extracts.past')}>
        {batches.length === 0 ? (
          <Empty title={say('extracts.none')}>
            <p class="govuk-body">{say('extracts.none-text')}</p>
          </Empty>
        ) : (
          <Table caption={say('extracts.past')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
            {batches.map((batch) => (
              <Row>
                <RowHead>
                  <Link class="tl-link" href={`/reoffending/extracts/${batch.id}`}>
                    {batch.fileName}
                  </Link>
                </RowHead>
                <Cell label={heads[1]!}>{formatAt(locale, batch.committedAt ?? batch.madeAt)}</Cell>
                <Cell label={heads[2]!}>{batch.madeByName}</Cell>
                <Cell label={heads[3]!}>{stateOf(locale, batch)}</Cell>
              </Row>
            ))}
          </Table>
        )}
      </Section>
    </Layout>
  )
}

function stateOf(locale: PageContext['locale'], { committedAt, undoneAt, counts }: Batch): string {
  const say = words(locale)
  if (undoneAt) return say('extracts.undone')
  return committedAt && counts ? say('extracts.kept', { count: counts.added }) : say('extracts.waiting')
}
