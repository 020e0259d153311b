import type { Child, PropsWithChildren } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

/** A column's heading. With `href` it is a link that sorts; `sorted` says how the list is sorted by it now. */
export interface Column {
  text: Child
  href?: string | undefined
  sorted?: 'ascending' | 'descending' | undefined
  /** Read out after a sorted column's name: ", soonest first". */
  sortedText?: string | undefined
  isNumeric?: boolean | undefined
  /** What can be done on screen: paper leaves it out. Its cells say `class="tl-noprint"`. */
  isForScreen?: boolean | undefined
}

export type TableProps = PropsWithChildren<{
  caption: Child
  isCaptionHidden?: boolean | undefined
  columns: readonly Column[]
  /** `release` and `inbox` have their own order as cards. */
  kind?: 'release' | 'inbox' | 'exp' | undefined
}>

/** A table on a desk, cards on a phone. The roles are written so that cards stay a table to a screen reader. */
export function Table({ caption, isCaptionHidden, columns, kind, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as cards it would lose its role
    <table class={classNames('tl-table', kind && `tl-${kind}`)} role="table">
      <caption class={isCaptionHidden ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <tr role="row">
          {columns.map((column) => (
            <Heading {...column} />
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tbody role="rowgroup">{children}</tbody>
    </table>
  )
}

function Heading({ text, href, sorted, sortedText, isNumeric, isForScreen }: Column) {
  const name = classNames(isNumeric && 'n', isForScreen && 'tl-noprint') || undefined
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as cards it would lose its role
    <th role="columnheader" scope="col" class={name} aria-sort={sorted}>
      {href ? (
        <Link class="" href={href}>
          {text}
        </Link>
      ) : (
        text
      )}
      {sorted && <Icon name={sorted === 'ascending' ? 'up' : 'down'} />}
      {sorted && sortedText && <span class="govuk-visually-hidden">{sortedText}</span>}
    </th>
  )
}

/** One thing of the list. */
export function Row({ children }: PropsWithChildren) {
  // biome-ignore lint/a11y/noRedundantRoles: laid out as cards it would lose its role
  return <tr role="row">{children}</tr>
}

/** The name of the row: the first thing on its card. */
export function RowHead({ class: className, children }: PropsWithChildren<{ class?: string | undefined }>) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as cards it would lose its role
    <th role="rowheader" scope="row" class={className}>
      {children}
    </th>
  )
}

export type CellProps = PropsWithChildren<{
  /** The column's name, written before the value on a card. */
  label?: string | undefined
  isNumeric?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}>

/** One value. Give `small` lines inside it as <small>. */
export function Cell({ label, isNumeric, class: className, attributes, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as cards it would lose its role
    <td role="cell" class={classNames(isNumeric && 'n', className) || undefined} data-label={label} {...attributes}>
      {label ? <span>{children}</span> : children}
    </td>
  )
}

/** A line that parts the rows: "This week, 2 people". `span` is how many columns there are. */
export function RowGroup({ title, count, span }: { title: Child; count?: Child; span: number }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as cards it would lose its role
    <tr class="tl-group" role="row">
      {/* biome-ignore lint/a11y/useSemanticElements: it is one; laid out as cards it would lose its role */}
      {/* biome-ignore lint/a11y/noRedundantRoles: the same */}
      <th role="rowheader" scope="rowgroup" colspan={span}>
        {title} {count && <span>{count}</span>}
      </th>
    </tr>
  )
}
