import type { Child } from 'hono/jsx'

/** Extra attributes, written as they are: for `data-` and `aria-` attributes. */
export type Attributes = Record<string, string | number | boolean | undefined>

/** A piece of a component said at length; the short form is the text alone. */
export interface Piece {
  text: Child
  class?: string | undefined
  attributes?: Attributes | undefined
}

/** Text (or JSX) alone, or with its class and attributes. */
export type Slot<P extends Piece = Piece> = Child | P

/** The long form of a slot, whichever form was given. `undefined` when there is nothing to show. */
export function pieceOf<P extends Piece>(slot: Slot<P>): P | Piece | undefined {
  if (slot === undefined || slot === null || slot === false || slot === '') return undefined
  return isPiece(slot) ? slot : { text: slot }
}

/** The names that are there, joined by spaces. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** The same, or `undefined` when none is there, so that no empty attribute is written. */
export function idList(...ids: (string | false | null | undefined)[]): string | undefined {
  return classNames(...ids) || undefined
}

function isPiece<P extends Piece>(slot: Slot<P>): slot is P {
  return typeof slot === 'object' && slot !== null && 'text' in slot
}
