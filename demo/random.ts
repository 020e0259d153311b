/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  pickWeighted<T>(list: readonly T[], weightOf: (item: T) => number): T
  /** Some of a list, each at most once, in an order of their own. */
  some<T>(list: readonly T[], count: number): T[]
}

/**
 * Mulberry32: 32 bits of state, enough to make up people and for nothing else.
 *
 * @param parts - whole numbers that name this stream, such as a seed and the number of a person.
 */
export function randomOf(...parts: number[]): Random {
  let state = parts.reduce((mixed, part) => Math.imul(mixed ^ (part + 0x9e3779b9), 0x85ebca6b) >>> 0, 0x1234567)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  return {
    next,
    between,
    pick,
    chance: (share) => next() < share,
    pickWeighted(list, weightOf) {
      let left = next() * list.reduce((sum, item) => sum + weightOf(item), 0)
      const chosen = list.find((item) => {
        left -= weightOf(item)
        return left < 0
      })
      return chosen ?? list[0]!
    },
    some(list, count) {
      const rest = [...list]
      const taken = []
      while (taken.length < count && rest.length > 0) taken.push(...rest.splice(Math.floor(next() * rest.length), 1))
      return taken
    },
  }
}
