import { z } from 'zod'

export const sexes = ['MALE', 'FEMALE', 'OTHER'] as const
export const accessNeeds = ['READS_WITH_HELP', 'NO_PHONE', 'WHEELCHAIR', 'HEARING', 'SIGHT'] as const

const stored = z
  .object({
    sexes: z.array(z.enum(sexes)).catch([]),
    minAge: z.number().int().nullish().catch(null),
    maxAge: z.number().int().nullish().catch(null),
    onLicence: z.boolean().nullish().catch(null),
    languages: z.array(z.string()).catch([]),
    accessNeeds: z.array(z.enum(accessNeeds)).catch([]),
  })
  .catch({ sexes: [], languages: [], accessNeeds: [] })

/** Whom a service takes. What is left empty does not matter to it. */
export interface Eligibility {
  sexes: (typeof sexes)[number][]
  minAge: number | null
  maxAge: number | null
  /** Whether it takes people on licence; null where nobody said. */
  onLicence: boolean | null
  /** Two-letter codes of the languages spoken there. */
  languages: string[]
  /** What it can help with: such as WHEELCHAIR. */
  accessNeeds: (typeof accessNeeds)[number][]
}

/** Reads what is kept; a part that cannot be read does not matter rather than shut people out. */
export function readEligibility(value: unknown): Eligibility {
  const read = stored.parse(value)
  return {
    ...read,
    minAge: read.minAge ?? null,
    maxAge: read.maxAge ?? null,
    onLicence: read.onLicence ?? null,
  }
}
