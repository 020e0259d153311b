import { type PeopleNeeded, peopleNeeded, powerWith } from '../outcomes/index.ts'
import type { SampleSize } from './evaluation.ts'

const alpha = 0.05 // on both sides together, as everywhere else in the pages of evidence

/** Whole people that a plan needs. */
export const needed = ({ shareWithout, shareWith, power, ratio }: SampleSize): PeopleNeeded =>
  peopleNeeded({ p1: shareWithout, p2: shareWith, power, alpha, ratio })

export interface Alternatives {
  /** With a smaller or a larger difference: people in all, for four and for nine chances in ten or whatever was asked. */
  differences: { shareWith: number; isAsked: boolean; people: number[] }[]
  /** The chances of the columns of `differences`. */
  powers: number[]
  /** With more people compared with for each one. */
  ratios: ({ ratio: number; isAsked: boolean } & PeopleNeeded)[]
  /** With fewer people who take part: the chance that is left. */
  fewer: { inProgramme: number; chance: number }[]
}

/** What it would be otherwise. Differences that leave what a share can be are left out. */
export function alternativesTo(size: SampleSize): Alternatives {
  const { shareWithout, shareWith, power, ratio } = size
  const powers = [...new Set([0.8, 0.9, power])].sort()
  const parts = [0.5, 0.75, 1, 1.5].map((part) => ({
    isAsked: part === 1,
    shareWith: part === 1 ? shareWith : Math.round((shareWithout + part * (shareWith - shareWithout)) * 1_000) / 1_000,
  }))
  const inProgramme = needed(size).inProgramme
  return {
    powers,
    differences: parts
      .filter(({ shareWith: with_ }) => with_ > 0 && with_ < 1 && with_ !== shareWithout)
      .map((part) => ({
        ...part,
        people: powers.map((each) => inAll(needed({ shareWithout, shareWith: part.shareWith, power: each, ratio }))),
      })),
    ratios: [...new Set([1, 2, 3, 4, ratio])]
      .sort()
      .map((each) => ({ ratio: each, isAsked: each === ratio, ...needed({ ...size, ratio: each }) })),
    fewer: [0.75, 0.5, 0.25].map((part) => {
      const people = Math.floor(inProgramme * part)
      return { inProgramme: people, chance: powerWith({ p1: shareWithout, p2: shareWith, alpha, ratio }, people) }
    }),
  }
}

/** Both groups together. */
export const inAll = ({ inProgramme, compared }: PeopleNeeded): number => inProgramme + compared
