import { drawing } from './icon.tsx'

/** The six statuses of a pathway, three verdicts, and marks for lists. Six shapes that stay apart in grey and in print. */
export type GlyphName =
  | 'need'
  | 'none'
  | 'prog'
  | 'done'
  | 'notreq'
  | 'decl'
  | 'ok'
  | 'bad'
  | 'tight'
  | 'box'
  | 'tick'
  | 'cross'
  | 'clock'

/** Which shape stands for a status code of a pathway or a need. */
export const statusGlyphs = {
  NOT_STARTED: 'none',
  SUPPORT_REQUIRED: 'need',
  IN_PROGRESS: 'prog',
  SUPPORT_NOT_REQUIRED: 'notreq',
  SUPPORT_DECLINED: 'decl',
  DONE: 'done',
  MET: 'done',
  DECLINED: 'decl',
} as const satisfies Record<string, GlyphName>

/** A status shape. The word for it is always written or read out beside it. */
export function Glyph({ name }: { name: GlyphName }) {
  return drawing(`tl-g tl-g--${name}`, `g-${name}`)
}
