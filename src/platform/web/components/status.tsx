import type { PropsWithChildren } from 'hono/jsx'
import { Glyph, type GlyphName } from './glyph.tsx'

/** A shape and its word. */
export function Status({ glyph, children }: PropsWithChildren<{ glyph: GlyphName }>) {
  return (
    <span class={`tl-status tl-status--${glyph}`}>
      <Glyph name={glyph} />
      <span>{children}</span>
    </span>
  )
}

/** A small label. `warn` needs a person, `bad` is late or missing, `good` is done, `accent` is new or ours. */
export function StatusTag({
  tone,
  children,
}: PropsWithChildren<{ tone?: 'warn' | 'bad' | 'good' | 'accent' | undefined }>) {
  return <span class={tone ? `tl-tag tl-tag--${tone}` : 'tl-tag'}>{children}</span>
}
