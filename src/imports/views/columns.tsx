import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  ErrorMessage,
  Link,
  PageHead,
  ProblemSummary,
  Row,
  RowHead,
  Table,
} from '../../platform/web/components/index.ts'
import type { Problem } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { fieldLabel, importFields } from '../field-labels.ts'
import type { ImportField } from '../fields.ts'
import type { Batch } from '../queries/batches.ts'
import type { Sheet } from '../read-sheet.ts'
import { words } from '../words.ts'

interface ColumnsProps {
  page: PageContext
  batch: Pick<Batch, 'id' | 'fileName'>
  sheet: Sheet
  /** What is chosen for each column, '' for none. */
  chosen: string[]
  problems: Problem[]
}

/** What each column of the file holds, with examples, as guessed or as the agency chose before. */
export const ColumnsPage = (props: ColumnsProps) =>
  ColumnsOf({
    ...props,
    place: '/imports',
    fields: importFields,
    label: (field) => fieldLabel(props.page.locale, field as ImportField),
  })

interface ColumnsOfProps extends ColumnsProps {
  /** The address under which this kind of file is brought in. */
  place: string
  fields: readonly string[]
  label(field: string): string
}

/** The same for a file of any kind. */
export function ColumnsOf({ page, batch, sheet, chosen, problems, place, fields, label }: ColumnsOfProps) {
  const say = words(page.locale)
  const sayProblem = (key: string) => say(key as 'columns.twice')
  const sub = say('columns.sub', { count: sheet.rows.length, file: batch.fileName })
  return (
    <Layout page={page} title={say('columns.title')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={sayProblem} />
      <PageHead title={say('columns.title')} sub={sub} />
      <form method="post" action={`${place}/${batch.id}/columns`}>
        <input type="hidden" name="formId" value={newId()} />
        <Table
          caption={say('columns.title')}
          isCaptionHidden
          columns={[{ text: say('columns.column') }, { text: say('columns.examples') }, { text: say('columns.field') }]}
        >
          {sheet.columns.map((column, index) => (
            <Row>
              <RowHead>
                <label for={`column-${index}`}>{column}</label>
              </RowHead>
              <Cell label={say('columns.examples')} class="tl-quiet">
                {examplesOf(sheet, index)}
              </Cell>
              <Cell>
                {problems
                  .filter(({ field }) => field === `column-${index}`)
                  .map(({ message }) => (
                    <ErrorMessage id={`column-${index}-error`}>{sayProblem(message)}</ErrorMessage>
                  ))}
                <select class="govuk-select" id={`column-${index}`} name={`column-${index}`}>
                  <option value="">{say('columns.leave-out')}</option>
                  {fields.map((field) => (
                    <option value={field} selected={chosen[index] === field}>
                      {label(field)}
                    </option>
                  ))}
                </select>
              </Cell>
            </Row>
          ))}
        </Table>
        <ButtonGroup>
          <Button>{say('columns.save')}</Button>
          <Link href={place}>{say('columns.other')}</Link>
        </ButtonGroup>
      </form>
    </Layout>
  )
}

function examplesOf({ rows }: Sheet, index: number): string {
  const values = rows.flatMap(({ cells }) => cells[index]?.trim() || [])
  return [...new Set(values)]
    .slice(0, 3)
    .map((value) => (value.length > 40 ? `${value.slice(0, 40)}…` : value))
    .join(' · ')
}
