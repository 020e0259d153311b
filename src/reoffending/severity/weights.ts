/** A table of how grave each kind of offence is. Two tables rank offences differently, so the version goes with every sum. */
export interface Weights {
  version: string
  weightOf: Map<string, number>
}

export interface Severity {
  version: string
  /** The sum of the weights of all reoffences. */
  total: number
  /** Reoffences of a kind that the table does not hold. */
  unweighted: number
}

/** A sum that may be shown of a cohort: null where a few people make up most of it, who could then be told from it. */
export type CohortSeverity = Omit<Severity, 'total'> & { total: number | null }

/** Sums up offences one by one: by their kind as it is written, else by the category of the predictor. */
export function startSeverity({ version, weightOf }: Weights) {
  let [total, unweighted] = [0, 0]
  return {
    /** @returns the weight of this one. */
    add(kind: string, category: string | null = null): number {
      const weight = weightOf.get(plainKind(kind)) ?? weightOf.get(plainKind(category ?? ''))
      if (weight === undefined) unweighted += 1
      total += weight ?? 0
      return weight ?? 0
    },
    result: (): Severity => ({ version, total, unweighted }),
  }
}

const few = 4
const mostOfFew = 0.5

/** The same of a cohort: whose offences they are is remembered, so that a sum that tells of a few people is held back. */
export function startCohortSeverity(weights: Weights) {
  const sum = startSeverity(weights)
  const byPerson = new Map<string, number>()
  return {
    add(person: string, kind: string, category: string | null): void {
      byPerson.set(person, (byPerson.get(person) ?? 0) + sum.add(kind, category))
    },
    result(): CohortSeverity {
      const { total, ...rest } = sum.result()
      const shares = [...byPerson.values()].filter((share) => share > 0).sort((one, two) => two - one)
      const ofFew = shares.slice(0, few).reduce((all, share) => all + share, 0)
      return { ...rest, total: shares.length <= few || ofFew > total * mostOfFew ? null : total }
    },
  }
}

export const plainKind = (kind: string): string => kind.trim().toLowerCase()
