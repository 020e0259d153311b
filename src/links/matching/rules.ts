import type { Part, Parts } from './keys.ts'

export interface Chain {
  /** Ways to ask for less or more to be the same, loosest first: each is for those of whom too many share what the one before asks. */
  ways: Part[][]
  /** Only pairs of which one at least has none of this. */
  lacking?: Part | undefined
}

/** What each rule asks: a number; names; the day of birth with some of a name, and parts of it; where somebody lives. */
export function chainsOf({ given, family, names, initials, born, postcode, numbers, halves, texts }: Parts): Chain[] {
  const chain = (first: Part | undefined, ...more: (Part | undefined)[][]): Chain => ({
    ways: first ? more.filter((parts) => parts.every(Boolean)).map((parts) => [first, ...(parts as Part[])]) : [],
  })
  return [
    ...numbers.map((number) => chain(number, [], [born?.year], [given?.initial])),
    chain(names, [], [postcode]),
    chain(names, [born?.year], [born?.yearMonth], [born?.day]),
    chain(born?.day, [], [given?.initial], [given?.sound]),
    chain(born?.day, [], [family?.initial], [family?.sound]),
    chain(born?.day, [initials]),
    chain(born?.digits, [initials], [names]),
    chain(born?.digits, [given?.initial], [given?.sound], [given?.sound, family?.initial]),
    chain(born?.digits, [family?.initial], [family?.sound], [family?.sound, given?.initial]),
    chain(family?.all, [], [given?.initial], [born?.year], [given?.initial, born?.year]),
    chain(given?.all, [], [family?.initial], [born?.year], [family?.initial, born?.year]),
    chain(family?.start, [born?.year], [born?.yearMonth], [given?.initial, born?.yearMonth]),
    chain(born?.monthDay, [given?.initial], [given?.sound], [given?.sound, family?.initial]),
    chain(born?.yearDay, [family?.sound], [given?.initial, family?.sound]),
    chain(postcode, [], [given?.initial], [born?.year], [given?.sound], [given?.sound, family?.initial]),
    chain(postcode, [], [family?.initial], [family?.sound], [family?.sound, given?.initial]),
    ...texts.map((text) => chain(text, [], [given?.initial], [family?.sound], [given?.sound, family?.initial])),
    ...halves.map((half) => chain(half, [], [given?.initial], [born?.year], [given?.sound, born?.year])),
    // last, since a pair that these share and do not mean is left to no rule behind them
    { ...chain(names, [], [family?.all], [given?.all, family?.all]), lacking: born?.day },
    { ...chain(family?.all, [given?.initial], [given?.sound]), lacking: born?.day },
  ].filter(({ ways }) => ways.length > 0)
}
