import type { Child, PropsWithChildren } from 'hono/jsx'

/** The page's heading, one line under it, and what can be done with the page. */
export function PageHead({ title, sub, actions }: { title: Child; sub?: Child; actions?: Child }) {
  return (
    <div class="tl-pagehead">
      <div>
        <h1 class="govuk-heading-l">{title}</h1>
        {sub && <p class="govuk-body tl-sub">{sub}</p>}
      </div>
      {actions && <div class="tl-actions">{actions}</div>}
    </div>
  )
}

/** The work on the left, what one glances at on the right. `menu` puts a narrow column on the left instead. */
export function Columns({ main, aside, menu }: { main: Child; aside?: Child; menu?: Child }) {
  if (menu)
    return (
      <div class="tl-cols tl-cols--left">
        {menu}
        <div>{main}</div>
      </div>
    )

  return (
    <div class="tl-cols">
      <div>{main}</div>
      <div>{aside}</div>
    </div>
  )
}

/** A part of a page with its heading, and a line or a link at the right of it. `id` names the heading. */
export function Section({ id, title, more, children }: PropsWithChildren<{ id: string; title: Child; more?: Child }>) {
  return (
    <section class="tl-sec" aria-labelledby={id}>
      <SectionHead id={id} title={title} more={more} />
      {children}
    </section>
  )
}

/** The heading of a part of a page. */
export function SectionHead({ id, title, more }: { id: string; title: Child; more?: Child }) {
  return (
    <div class="tl-sec__head">
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {more && <p class="tl-quiet">{more}</p>}
    </div>
  )
}

/** A box for what is good to know. `warn` needs a person's attention. */
export function Note({
  title,
  level = 2,
  tone,
  children,
}: PropsWithChildren<{ title?: Child; level?: 2 | 3; tone?: 'warn' | undefined }>) {
  const Heading = `h${level}` as 'h2'
  return (
    <div class={tone ? `tl-note tl-note--${tone}` : 'tl-note'}>
      {title && <Heading>{title}</Heading>}
      {children}
    </div>
  )
}

/** Nothing here: why it is empty, what to do, whom to ask. `isAnswer` reads it out, after a search. */
export function Empty({
  title,
  isAnswer,
  children,
}: PropsWithChildren<{ title: Child; isAnswer?: boolean | undefined }>) {
  return (
    <div class="tl-empty" role={isAnswer ? 'status' : undefined}>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </div>
  )
}
