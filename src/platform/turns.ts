const gatherInMs = 20 // what one change tells several times is told once
const gapInMs = 5
const atOnce = 2

/** Tells listeners one after the other: hundreds of open pages would otherwise all ask in the same instant, and all wait for the last. */
export interface Turns {
  /** Who waits for their turn already is told once. */
  tell(hear: () => void): void
  /** Whoever is gone is told no more. */
  forget(hear: () => void): void
}

/** Two in five milliseconds: 200 open pages have all heard within half a second, and the first of them at once. */
export function takeTurns(): Turns {
  const waiting = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined

  function next(): void {
    timer = undefined
    for (const hear of [...waiting].slice(0, atOnce)) {
      waiting.delete(hear)
      hear()
    }
    if (waiting.size > 0) timer = setTimeout(next, gapInMs)
  }

  return {
    tell(hear) {
      waiting.add(hear)
      if (!timer) timer = setTimeout(next, gatherInMs)
    },
    forget: (hear) => void waiting.delete(hear),
  }
}
