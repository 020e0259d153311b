import type { Child } from 'hono/jsx'
import { type Attributes, classNames } from './attributes.ts'
import { Link } from './link.tsx'
import { useWords } from './page-locale.ts'

export interface ErrorSummaryProps {
  title: Child
  /** What the cure is when it is not beside a field, or what is kept. */
  description?: Child
  errors?: readonly { text: Child; href?: string | undefined; attributes?: Attributes | undefined }[] | undefined
  doesNotTakeFocus?: boolean | undefined
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** What is wrong with a form, at its top, each line a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { title, description, errors = [], doesNotTakeFocus, attributes } = props
  return (
    <div
      class={classNames('govuk-error-summary', props.class)}
      data-disable-auto-focus={doesNotTakeFocus}
      {...attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href, attributes }) => (
                <li>
                  {href ? (
                    <Link href={href} class="" attributes={attributes}>
                      {text}
                    </Link>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

/** A problem with a form: the id of the field, and a key of the page's words (or the message itself). */
export interface FormProblem<Key extends string = string> {
  field: string
  message: Key
}

type SayProblem = (key: never) => string

export interface ProblemSummaryProps {
  problems: readonly FormProblem[]
  say?: SayProblem | undefined
  /** The form takes a file, which no browser lets a page keep: it has to be chosen again. */
  hasFile?: boolean | undefined
}

/** The summary of a form's problems. `say` turns their keys into words. Draws nothing when there is none. */
export function ProblemSummary({ problems, say, hasFile }: ProblemSummaryProps) {
  const words = useWords()
  if (problems.length === 0) return null
  const errors = problems.map(({ field, message }) => ({ text: said(message, say), href: `#${field}` }))
  const description = words(hasFile ? 'typed-is-kept-but-file' : 'typed-is-kept')
  return <ErrorSummary title={words('there-is-a-problem')} description={description} errors={errors} />
}

/** The message beside one field: `error={problemOf(form.problems, 'reason', say)}`. */
export function problemOf(problems: readonly FormProblem[], field: string, say?: SayProblem): string | undefined {
  const problem = problems.find((each) => each.field === field)
  return problem && said(problem.message, say)
}

/** The keys of a form's problems come from its schema, so the compiler cannot know them; a wrong one throws. */
function said(message: string, say: SayProblem | undefined): string {
  return say ? say(message as never) : message
}
