import type { Child, PropsWithChildren } from 'hono/jsx'
import { Glyph } from './glyph.tsx'
import { Icon, type IconName } from './icon.tsx'
import { safeHref } from './link.tsx'

export type PassportSheetProps = PropsWithChildren<{
  title: string
  /** "Made with Danny. 23 November 2026." */
  sub: string
  /** Part of a page that has its own h1. */
  isPart?: boolean | undefined
}>

/** The person's passport: large, plain, one column. It belongs to the person, so it is never a list of failings. */
export function PassportSheet({ title, sub, isPart, children }: PassportSheetProps) {
  return (
    <div class="tl-pass">
      {isPart ? <h2>{title}</h2> : <h1>{title}</h1>}
      <p class="tl-quiet tl-m0">{sub}</p>
      {children}
    </div>
  )
}

/** The day of release. */
export function PassportOut({ label, date, text }: { label: string; date: string; text?: string | undefined }) {
  return (
    <div class="tl-pass__out">
      {label} <b>{date}</b>
      {text && <p>{text}</p>}
    </div>
  )
}

export type PassportPartProps = PropsWithChildren<{
  id: string
  title: string
  icon: IconName
  /** `night` stands out; `back` begins the other side of the paper. */
  kind?: 'night' | 'back' | undefined
}>

/** One part of the passport, with its drawing. Lists inside are plain <ul>. */
export function PassportPart({ id, title, icon, kind, children }: PassportPartProps) {
  return (
    <section class={kind && `tl-${kind}`} aria-labelledby={id}>
      <h2 id={id}>
        <Icon name={icon} />
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Somebody who helps, and the number to call. */
export function PassportHelper({ name, who, number }: { name: string; who: string; number?: string | undefined }) {
  return (
    <li class="tl-who">
      <div>
        <b>{name}</b> <span>{who}</span>
      </div>
      {number && <Call number={number} />}
    </li>
  )
}

/** A number large enough for a thumb. */
export function Call({ number }: { number: string }) {
  return (
    <a class="tl-call" href={safeHref(`tel:${number.replace(/[^+\d]/g, '')}`)}>
      <Icon name="phone" />
      {number}
    </a>
  )
}

/** One thing of the first day: when and what, then where. */
export function PassportDo({ icon, title, text }: { icon: IconName; title: string; text?: string | undefined }) {
  return (
    <li class="tl-do2">
      <Icon name={icon} />
      <div>
        <b>{title}</b> {text && <small>{text}</small>}
      </div>
    </li>
  )
}

export interface PassportPlanProps {
  icon: IconName
  name: string
  /** The person's own words, with what comes before them. */
  said?: string | undefined
  /** `hiddenText` is read out first: "done", "next". */
  lines: readonly { text: Child; isDone: boolean; hiddenText: string }[]
}

/** One pathway of the plan: what is done, what is next. */
export function PassportPlan({ icon, name, said, lines }: PassportPlanProps) {
  return (
    <li class="tl-plan">
      <Icon name={icon} />
      <div>
        <b>{name}</b>
        {said && <small>{said}</small>}
        {lines.map(({ text, isDone, hiddenText }) => (
          <p>
            <Glyph name={isDone ? 'done' : 'box'} />
            <span>
              <span class="govuk-visually-hidden">{hiddenText}: </span>
              {text}
            </span>
          </p>
        ))}
      </div>
    </li>
  )
}

/** A code that staff can scan. `path` is drawn on a square of `size` modules, in black on white. */
export function PassportCode({
  label,
  size,
  path,
  children,
}: PropsWithChildren<{ label: string; size: number; path: string }>) {
  return (
    <section>
      <div class="tl-qr">
        <svg viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={label}>
          <path d={path} fill="#000" shape-rendering="crispEdges" />
        </svg>
        <p>{children}</p>
      </div>
    </section>
  )
}
