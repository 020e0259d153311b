import type { Child } from 'hono/jsx'
import { type Attributes, classNames, type Piece, pieceOf, type Slot } from './attributes.ts'
import { Link } from './link.tsx'
import { Tag, type TagProps } from './tag.tsx'

export interface TaskItem {
  title: Slot
  hint?: Child
  href?: string | undefined
  /** How far it is: plain text, or a tag. */
  status?: Slot
  tag?: (Omit<TagProps, 'children'> & { text: Child }) | undefined
  class?: string | undefined
}

export interface TaskListProps {
  items: readonly (TaskItem | false | null | undefined | '')[]
  idPrefix?: string | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** Tasks in any order, each with how far it is. */
export function TaskList({ items, idPrefix = 'task-list', class: className, attributes }: TaskListProps) {
  return (
    <ul class={classNames('govuk-task-list', className)} {...attributes}>
      {items.map((item, index) => item && <Task item={item} id={`${idPrefix}-${index + 1}`} />)}
    </ul>
  )
}

function Task({ item, id }: { item: TaskItem; id: string }) {
  const title: Piece | undefined = pieceOf(item.title)
  const describedBy = `${item.hint ? `${id}-hint ` : ''}${id}-status`
  return (
    <li class={classNames('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.class)}>
      <div class="govuk-task-list__name-and-hint">
        {item.href ? (
          <Link
            href={item.href}
            class={classNames('govuk-link govuk-task-list__link', title?.class)}
            attributes={{ 'aria-describedby': describedBy }}
          >
            {title?.text}
          </Link>
        ) : (
          <div class={title?.class}>{title?.text}</div>
        )}
        {item.hint && (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {item.hint}
          </div>
        )}
      </div>
      <Status id={id} item={item} />
    </li>
  )
}

function Status({ id, item }: { id: string; item: TaskItem }) {
  const status: Piece | undefined = pieceOf(item.status)
  const { text, ...tag } = item.tag ?? { text: undefined }
  return (
    <div class={classNames('govuk-task-list__status', status?.class)} id={`${id}-status`}>
      {item.tag ? <Tag {...tag}>{text}</Tag> : status?.text}
    </div>
  )
}
