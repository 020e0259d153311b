import { EvidenceNavigation } from '../../context-events/index.ts'
import { fileReasonOf } from '../../imports/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Cell, Details, Empty, FileUpload, Link, PageHead, ProblemSummary, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { decimal } from '../figures.ts'
import type { SeverityTable } from '../queries/severity.ts'
import type { WeightsProblem } from '../severity/read-weights.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  table: SeverityTable | undefined
  problem: WeightsProblem | { code: 'missing' } | undefined
}

const own = ['columns', 'weight', 'version', 'version-differs', 'kind-twice', 'none'] as const

/** The table of weights that the agency counts by, and a new one in its place. */
export function SeverityPage({ page, table, problem }: Props) {
  const { locale } = page
  const say = words(locale)
  const wrong = problem && sayProblem(locale, problem)
  const heads = [say('severity.kind'), say('severity.weight')]
  return (
    <Layout
      page={page}
      title={say('severity.title')}
      hasProblems={Boolean(wrong)}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="reoffending" />}
    >
      <BackLink href="/reoffending">{say('title')}</BackLink>
      <ProblemSummary problems={wrong ? [{ field: 'file', message: wrong }] : []} say={(message) => message} hasFile />
      <PageHead title={say('severity.title')} sub={say('severity.sub')} />
      {table ? (
        <Section id="h-table" title={say('severity.now', { version: table.version })}>
          <p class="govuk-body">
            {say('severity.loaded', {
              file: table.fileName,
              by: table.loadedBy,
              at: formatAt(locale, table.loadedAt),
              count: table.weightOf.size,
            })}
          </p>
          <Details summary={say('severity.all')}>
            <Table
              caption={say('severity.now', { version: table.version })}
              isCaptionHidden
              columns={heads.map((text, index) => ({ text, isNumeric: index > 0 }))}
            >
              {[...table.weightOf]
                .sort((one, two) => two[1] - one[1])
                .map(([kind, weight]) => (
                  <Row>
                    <RowHead>{kind}</RowHead>
                    <Cell label={heads[1]!} isNumeric>
                      {decimal(locale, weight)}
                    </Cell>
                  </Row>
                ))}
            </Table>
          </Details>
        </Section>
      ) : (
        <Empty title={say('severity.nothing')}>
          <p class="govuk-body">{say('severity.nothing-text')}</p>
        </Empty>
      )}
      <Section id="h-load" title={say('severity.load')}>
        <p class="govuk-body">
          {say('severity.how')} <Link href="/reoffending/severity.csv">{say('severity.template')}</Link>
        </p>
        <form method="post" action="/reoffending/severity" enctype="multipart/form-data">
          <input type="hidden" name="formId" value={newId()} />
          <FileUpload
            name="file"
            label={{ text: say('severity.choose'), size: 's' }}
            hint={say('severity.hint')}
            accept=".csv,.tsv,.txt"
            error={wrong}
          />
          <Button>{say('severity.button')}</Button>
        </form>
      </Section>
    </Layout>
  )
}

function sayProblem(locale: PageContext['locale'], { code, ...where }: NonNullable<Props['problem']>): string {
  const say = words(locale)
  const known = own.find((one) => one === code)
  const row = 'row' in where ? where.row : undefined
  return known ? say(`severity.problem.${known}`, { row: row ?? 0 }) : fileReasonOf(locale, code as 'missing')
}
