import type { Item } from './queries/items.ts'
import { redact, wordsTakenOut } from './redact.ts'

/** Words that were taken out of one item and still go out with another. */
export interface Leftover {
  itemId: string
  kind: string
}

const fewestLetters = 4 // a shorter word stands everywhere

/** Each item that lets out what another hides: the second check looks at it again. */
export function findLeftovers(items: readonly Item[]): Leftover[] {
  const hidden = new Set(
    items
      .filter(({ decision }) => decision === 'REDACT')
      .flatMap(({ fields, marks }) => wordsTakenOut(fields ?? [], marks))
      .filter((words) => words.length >= fewestLetters)
      .map(plain),
  )
  if (hidden.size === 0) return []
  return items
    .filter(({ decision }) => decision === 'RELEASE' || decision === 'REDACT')
    .filter(({ fields, marks }) => {
      const out = redact(fields ?? [], marks).flatMap(({ pieces }) =>
        pieces.flatMap((piece) => (piece === null ? [] : [plain(piece)])),
      )
      return [...hidden].some((words) => out.some((piece) => piece.includes(words)))
    })
    .map(({ id, kind }) => ({ itemId: id, kind }))
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ')
