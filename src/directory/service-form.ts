import { z } from 'zod'
import { readDay, typedDay } from '../platform/web/day-field.ts'
import { optionalText, type Typed, text } from '../platform/web/form.ts'
import { accessNeeds, type Eligibility, sexes } from './eligibility.ts'
import { type ServiceFields, serviceTypes, units } from './listed-service.ts'

const list = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))

const wholeNumber = (most: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value.trim()) : null),
    z
      .number({ error: 'problem.number' })
      .int('problem.number')
      .min(0, 'problem.number')
      .max(most, 'problem.number')
      .nullable(),
  )

const lines = (most: number, longest: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)) // biome-ignore format: one thing
    .refine((found) => found.length <= most && found.every((line) => line.length <= longest), 'problem.lines')

/** What is typed to add or change an entry, as it is kept. */
export const serviceForm = z
  // Loose: the three boxes of a day are read out of what is left over.
  .looseObject({
    name: text(150, { missing: 'problem.name', long: 'problem.long' }),
    providerName: text(150, { missing: 'problem.provider', long: 'problem.long' }),
    providerEmail: z.union([z.literal(''), z.email('problem.email')]).default(''),
    providerPhone: optionalText(40, 'problem.long'),
    plainWords: optionalText(600, 'problem.long'),
    type: z.enum(serviceTypes, { error: 'problem.type' }),
    pathways: list(z.string().max(60)).refine((found) => found.length > 0, 'problem.pathways'),
    place: optionalText(200, 'problem.long'),
    isInPrison: z.enum(['yes', 'no'], { error: 'problem.where' }),
    prisons: list(z.uuid('problem.prisons')),
    areas: lines(30, 80),
    sexes: list(z.enum(sexes)),
    minAge: wholeNumber(120),
    maxAge: wholeNumber(120),
    onLicence: z.enum(['', 'yes', 'no']).default(''),
    languages: lines(30, 40),
    accessNeeds: list(z.enum(accessNeeds)),
    offers: lines(8, 120),
    unit: z.enum(units).default('PLACES'),
    capacity: wholeNumber(100_000),
    placesFree: wholeNumber(100_000),
    waitInDays: wholeNumber(1_000),
    leadTimeInDays: wholeNumber(1_000),
    openingHours: optionalText(300, 'problem.long'),
    contact: optionalText(300, 'problem.long'),
  })
  .refine(({ minAge, maxAge }) => minAge === null || maxAge === null || minAge <= maxAge, {
    path: ['maxAge'],
    message: 'problem.ages',
  })
  .refine(({ capacity, placesFree }) => capacity === null || placesFree === null || placesFree <= capacity, {
    path: ['placesFree'],
    message: 'problem.free',
  })
  .transform((typed, check): ServiceFields => {
    const closedUntilOn = readDay({ typed: typed as Typed }, 'closedUntilOn')
    if (closedUntilOn === undefined) {
      check.addIssue({ code: 'custom', path: ['closedUntilOn'], message: 'problem.day' })
    }
    return { ...fieldsTyped(typed), closedUntilOn: closedUntilOn ?? null }
  })

type Read = Omit<ServiceFields, 'eligibility' | 'isInPrison' | 'closedUntilOn'> &
  Omit<Eligibility, 'onLicence'> & { isInPrison: string; onLicence: string }

/** Named one by one: what else was posted goes no further. */
function fieldsTyped(typed: Read): Omit<ServiceFields, 'closedUntilOn'> {
  const { name, providerName, providerEmail, providerPhone, plainWords, type, pathways, place, prisons, areas } = typed
  const { offers, unit, capacity, placesFree, waitInDays, leadTimeInDays, openingHours, contact } = typed
  const { sexes, minAge, maxAge, onLicence, accessNeeds } = typed
  const languages = typed.languages.map((code) => code.toLowerCase())
  const isInPrison = typed.isInPrison === 'yes'
  return {
    ...{ name, providerName, providerEmail, providerPhone, plainWords, type, pathways, place, isInPrison },
    ...{ prisons: isInPrison ? prisons : [], areas, offers, unit, capacity, placesFree, waitInDays, leadTimeInDays },
    ...{ openingHours, contact },
    eligibility: {
      ...{ sexes, minAge, maxAge, languages, accessNeeds },
      onLicence: onLicence === '' ? null : onLicence === 'yes',
    },
  }
}

/** An entry as it would have been typed. */
export function typedOf({ eligibility, closedUntilOn, ...fields }: ServiceFields): Typed {
  const number = (value: number | null) => (value === null ? '' : String(value))
  return {
    ...fields,
    isInPrison: fields.isInPrison ? 'yes' : 'no',
    areas: fields.areas.join('\n'),
    offers: fields.offers.join('\n'),
    sexes: eligibility.sexes,
    minAge: number(eligibility.minAge),
    maxAge: number(eligibility.maxAge),
    onLicence: eligibility.onLicence === null ? '' : eligibility.onLicence ? 'yes' : 'no',
    languages: eligibility.languages.join('\n'),
    accessNeeds: eligibility.accessNeeds,
    capacity: number(fields.capacity),
    placesFree: number(fields.placesFree),
    waitInDays: number(fields.waitInDays),
    leadTimeInDays: number(fields.leadTimeInDays),
    ...typedDay('closedUntilOn', closedUntilOn),
  }
}
