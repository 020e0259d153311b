import type { Child } from 'hono/jsx'
import { StatusTag } from './status.tsx'

export interface IdentityBarProps {
  /** Read out for the whole bar: "Person". */
  label: string
  /** The chosen name, large. */
  name: string
  /** The legal name, when it differs. */
  otherName?: string | undefined
  /** On the person's first page the name is the h1; elsewhere the page has its own. */
  isHeading?: boolean | undefined
  facts: readonly { term: string; value: Child }[]
  tags?: readonly { text: string; tone?: 'warn' | 'bad' | 'good' | 'accent' | undefined }[] | undefined
  /** Buttons. */
  actions?: Child
}

/** Who this is: on every page about a person. */
export function IdentityBar({ label, name, otherName, isHeading, facts, tags = [], actions }: IdentityBarProps) {
  const title = (
    <>
      {name} {otherName && <small>{otherName}</small>}
    </>
  )
  return (
    <section class="tl-identity" aria-label={label}>
      <div class="govuk-width-container">
        <div class="tl-identity__row">
          <div>
            {isHeading ? <h1>{title}</h1> : <p class="govuk-heading-m tl-m0">{title}</p>}
            <dl>
              {facts.map(({ term, value }) => (
                <div>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
            {tags.length > 0 && (
              <ul class="tl-tags">
                {tags.map(({ text, tone }) => (
                  <li>
                    <StatusTag tone={tone}>{text}</StatusTag>
                  </li>
                ))}
              </ul>
            )}
          </div>
          {actions && <div class="tl-actions">{actions}</div>}
        </div>
      </div>
    </section>
  )
}
