import type { Child, PropsWithChildren } from 'hono/jsx'
import { type AgencyKind, AgencySquare } from './agency-square.tsx'
import { Glyph } from './glyph.tsx'
import { Link } from './link.tsx'

/** Rows with hairlines between them: each child is an <li>. */
export function PlainList({ children }: PropsWithChildren) {
  return <ul class="tl-list">{children}</ul>
}

export interface Step {
  /** "4 days late", "Today", "Wed 25 Nov". */
  when: string
  whenNote?: string | undefined
  isLate?: boolean | undefined
  title: Child
  /** Makes the title a link. */
  href?: string | undefined
  text?: Child
  /** One verb. `hiddenText` says what it is about, for people who hear links alone. */
  action?: { href: string; text: string; hiddenText: string } | undefined
  /** A form with one button, where the verb changes something at once. */
  form?: Child
}

/** What to do next, late first. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  return (
    <ul class="tl-list tl-steps">
      {steps.map(({ when, whenNote, isLate, title, href, text, action, form }) => (
        <li>
          <div class={isLate ? 'tl-when is-late' : 'tl-when'}>
            {when}
            {whenNote && <small>{whenNote}</small>}
          </div>
          <div>
            {href ? (
              <Link class="tl-link tl-link--strong" href={href}>
                {title}
              </Link>
            ) : (
              <b>{title}</b>
            )}
            {text && <p>{text}</p>}
          </div>
          {action && (
            <Link class="tl-do" href={action.href}>
              {action.text}
              <span class="govuk-visually-hidden">: {action.hiddenText}</span>
            </Link>
          )}
          {form && <div class="tl-do">{form}</div>}
        </li>
      ))}
    </ul>
  )
}

export interface TeamMember {
  initials: string
  kind: AgencyKind | (string & {})
  name: Child
  /** "Key worker inside, HMP Fernhall". */
  role?: Child
  /** How to reach them: a `Phone`, or words. */
  contact?: Child
}

/** The people around the person, each with their agency and how to reach them. */
export function TeamList({ members }: { members: readonly TeamMember[] }) {
  return (
    <ul class="tl-list tl-team">
      {members.map(({ initials, kind, name, role, contact }) => (
        <li>
          <AgencySquare initials={initials} kind={kind} />
          <div>
            <p>
              <b>{name}</b>
            </p>
            {role && <p class="tl-quiet">{role}</p>}
            {contact && <p class="tl-how">{contact}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** A number that a phone can dial. */
export function Phone({ number }: { number: string }) {
  return (
    <Link class="tl-link" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {number}
    </Link>
  )
}

/** Reasons for and against, each with its shape. `hiddenText` is read out before what does not fit. */
export function FitList({
  fits,
}: {
  fits: readonly { text: string; isMet: boolean; hiddenText?: string | undefined }[]
}) {
  return (
    <ul class="tl-fit">
      {fits.map(({ text, isMet, hiddenText }) => (
        <li class={isMet ? undefined : 'is-no'}>
          <Glyph name={isMet ? 'ok' : 'bad'} />
          <span>
            {!isMet && hiddenText && <span class="govuk-visually-hidden">{hiddenText}: </span>}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Short facts in a row: "Beds free 1 of 12". */
export function Facts({ facts }: { facts: readonly { term: string; value: Child }[] }) {
  return (
    <dl class="tl-facts">
      {facts.map(({ term, value }) => (
        <div>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
