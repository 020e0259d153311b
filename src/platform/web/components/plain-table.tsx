import type { Child } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'

export interface PlainCell {
  text: Child
  format?: 'numeric' | (string & {}) | undefined
  colspan?: number | undefined
  rowspan?: number | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export interface PlainTableProps {
  rows?: readonly (readonly PlainCell[] | false | null | undefined)[] | undefined
  head?: readonly PlainCell[] | undefined
  caption?: Child
  captionClass?: string | undefined
  firstCellIsHeader?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** GOV.UK's table, for a few short columns. Wide tables take `Table`, which becomes cards on a phone. */
export function PlainTable({ rows = [], head, caption, captionClass, firstCellIsHeader, ...props }: PlainTableProps) {
  return (
    <table class={classNames('govuk-table', props.class)} {...props.attributes}>
      {caption && <caption class={classNames('govuk-table__caption', captionClass)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <th scope="col" {...common(cell, 'govuk-table__header')}>
                {cell.text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((cell, index) =>
                  index === 0 && firstCellIsHeader ? (
                    <th scope="row" {...common({ ...cell, format: undefined }, 'govuk-table__header')}>
                      {cell.text}
                    </th>
                  ) : (
                    <td {...common(cell, 'govuk-table__cell')}>{cell.text}</td>
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

function common({ format, colspan, rowspan, class: className, attributes }: PlainCell, block: string) {
  return { class: classNames(block, format && `${block}--${format}`, className), colspan, rowspan, ...attributes }
}
