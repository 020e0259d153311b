import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { Glyph, type GlyphName } from './glyph.tsx'
import { Icon, type PathwayIcon } from './icon.tsx'
import { Link } from './link.tsx'
import { Status } from './status.tsx'

/** One pathway and how it stands, in words and in drawings. */
export interface PathwayState {
  icon: PathwayIcon
  name: string
  glyph: GlyphName
  status: string
}

/** Seven cells, always in the same order, so that a column can be scanned for one pathway. */
export function PathwayStrip({ pathways }: { pathways: readonly PathwayState[] }) {
  return <ul class="tl-strip">{pathways.map(cellOf)}</ul>
}

const cells = new Map<string, ReturnType<typeof raw>>()
const mostCells = 1000

/** A list of 50 people has 350 cells of some 40 kinds: each kind is drawn, and escaped, once. On a phone the styles draw the pathway. */
function cellOf({ icon, name, glyph, status }: PathwayState) {
  const key = `${icon} ${glyph} ${name}: ${status}`
  let cell = cells.get(key)
  if (!cell) {
    cell = raw(
      String(
        <li class={`tl-p-${icon}`}>
          <Glyph name={glyph} />
          <span class="govuk-visually-hidden">{`${name}: ${status}`}</span>
        </li>,
      ),
    )
    if (cells.size === mostCells) cells.clear() // labels are settings: they change, rarely
    cells.set(key, cell)
  }
  return cell
}

/** The heading of a column of strips. `label` is read out first: "Seven pathways". */
export function PathwayStripHead({
  label,
  pathways,
}: {
  label: string
  pathways: readonly Pick<PathwayState, 'icon' | 'name'>[]
}) {
  return (
    <>
      <span class="govuk-visually-hidden">{label}: </span>
      <ul class="tl-strip tl-strip--head">
        {pathways.map(({ icon, name }) => (
          <li>
            <Icon name={icon} />
            <span class="govuk-visually-hidden">{name}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Each pathway with one sentence about it. */
export function PathwayList({
  pathways,
}: {
  pathways: readonly (PathwayState & { href?: string | undefined; text?: Child })[]
}) {
  return (
    <ul class="tl-list tl-path">
      {pathways.map(({ icon, name, glyph, status, href, text }) => (
        <li>
          <Icon name={icon} />
          <div>
            {href ? (
              <Link class="" href={href}>
                {name}
              </Link>
            ) : (
              <b>{name}</b>
            )}
            {text && <p>{text}</p>}
          </div>
          <Status glyph={glyph}>{status}</Status>
        </li>
      ))}
    </ul>
  )
}

/** The pages of an assessment, in any order. On a phone only the drawings. */
export function PathwayMenu({
  label,
  pathways,
}: {
  label: string
  pathways: readonly (PathwayState & { href: string; isCurrent?: boolean | undefined })[]
}) {
  return (
    <nav class="tl-side" aria-label={label}>
      <ol>
        {pathways.map(({ icon, name, glyph, status, href, isCurrent }) => (
          <li>
            <Link class="" href={href} attributes={isCurrent ? { 'aria-current': 'page' } : undefined}>
              <Icon name={icon} />
              <span class="tl-side__t">{name}</span>
              <Glyph name={glyph} />
              <span class="govuk-visually-hidden">{status}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What the drawings and shapes mean. Open on a desk, folded on a phone. */
export function Key({
  summary,
  icons,
  glyphs,
}: {
  summary: string
  icons: readonly Pick<PathwayState, 'icon' | 'name'>[]
  glyphs: readonly Pick<PathwayState, 'glyph' | 'status'>[]
}) {
  return (
    <details class="tl-key">
      <summary>{summary}</summary>
      <ul class="tl-legend">
        {icons.map(({ icon, name }) => (
          <li>
            <Icon name={icon} /> {name}
          </li>
        ))}
      </ul>
      <ul class="tl-legend">
        {glyphs.map(({ glyph, status }) => (
          <li>
            <Glyph name={glyph} /> {status}
          </li>
        ))}
      </ul>
    </details>
  )
}
