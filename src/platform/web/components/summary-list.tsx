import type { Child } from 'hono/jsx'
import { type Attributes, classNames, type Piece, pieceOf, type Slot } from './attributes.ts'
import { Link } from './link.tsx'

/** A link at the end of a row. `hiddenText` says which row, for people who hear links alone. */
export interface SummaryAction {
  href: string
  text: Child
  hiddenText?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export interface SummaryRow {
  key: Slot
  value: Slot
  actions?: readonly SummaryAction[] | undefined
  class?: string | undefined
  actionsClass?: string | undefined
}

export interface SummaryCard {
  title?: Slot<Piece & { headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined }>
  actions?: readonly SummaryAction[] | undefined
  actionsClass?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

export interface SummaryListProps {
  rows: readonly (SummaryRow | false | null | undefined)[]
  /** Puts the list in a card with a heading. */
  card?: SummaryCard | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** Facts as pairs, such as the answers to check before sending. */
export function SummaryList({ rows, card, class: className, attributes }: SummaryListProps) {
  const hasActions = rows.some((row) => (row ? row.actions?.length : false))
  const title = pieceOf(card?.title)?.text
  const list = (
    <dl class={classNames('govuk-summary-list', className)} {...attributes}>
      {rows.map((row) => row && <Row row={row} isWithout={Boolean(hasActions && !row.actions)} cardTitle={title} />)}
    </dl>
  )
  return card ? <Card {...card}>{list}</Card> : list
}

function Row({ row, isWithout, cardTitle }: { row: SummaryRow; isWithout: boolean; cardTitle: Child }) {
  const key: Piece | undefined = pieceOf(row.key)
  const value: Piece | undefined = pieceOf(row.value)
  return (
    <div class={classNames('govuk-summary-list__row', isWithout && 'govuk-summary-list__row--no-actions', row.class)}>
      <dt class={classNames('govuk-summary-list__key', key?.class)}>{key?.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value?.class)}>{value?.text}</dd>
      {row.actions && row.actions.length > 0 && (
        <dd class={classNames('govuk-summary-list__actions', row.actionsClass)}>
          {row.actions.length === 1 ? (
            <Action {...row.actions[0]!} cardTitle={cardTitle} />
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {row.actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <Action {...action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function Action({
  href,
  text,
  hiddenText,
  class: className,
  attributes,
  cardTitle,
}: SummaryAction & { cardTitle: Child }) {
  return (
    <Link href={href} class={classNames('govuk-link', className)} attributes={attributes}>
      {text}
      {(hiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {hiddenText && ` ${hiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </Link>
  )
}

function Card({
  actions = [],
  actionsClass,
  class: className,
  attributes,
  children,
  ...slots
}: SummaryCard & { children: Child }) {
  const title: (Piece & { headingLevel?: number | undefined }) | undefined = pieceOf(slots.title)
  const Heading = `h${title?.headingLevel ?? 2}` as 'h2'
  return (
    <div class={classNames('govuk-summary-card', className)} {...attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={classNames('govuk-summary-card__title', title.class)}>{title.text}</Heading>}
        {actions.length === 1 && (
          <div class={classNames('govuk-summary-card__actions', actionsClass)}>
            <Action {...actions[0]!} cardTitle={title?.text} />
          </div>
        )}
        {actions.length > 1 && (
          <ul class={classNames('govuk-summary-card__actions', actionsClass)}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <Action {...action} cardTitle={title?.text} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}
