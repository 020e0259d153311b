import { z } from 'zod'
import { type Day, dayOf } from '../../platform/calendar-day.ts'
import type { Typed } from '../../platform/web/form.ts'
import { optionalText, text } from '../../platform/web/form.ts'
import { readLanguage } from '../languages.ts'
import { cleanName } from '../names.ts'
import type { PersonRecord, RecordFields } from '../queries/record.ts'
import { accessNeeds, sexes } from '../record-choices.ts'

const earliestBirth = 1900

const many = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.enum(accessNeeds)).catch([]),
)
const day = z.string().trim().default('')
const nameOf = (part: 'given' | 'family') => (value: string) => cleanName(value, part) ?? value

const fields = {
  givenName: text(200, { missing: 'problem.given-name', long: 'problem.long' }).transform(nameOf('given')),
  middleNames: optionalText(200, 'problem.long').transform((value) => cleanName(value) ?? ''),
  familyName: text(200, { missing: 'problem.family-name', long: 'problem.long' }).transform(nameOf('family')),
  chosenName: optionalText(200, 'problem.long').transform((value) => cleanName(value) ?? ''),
  'bornOn-day': day,
  'bornOn-month': day,
  'bornOn-year': day,
  sex: z.enum(sexes).nullable().catch(null),
  nationality: optionalText(200, 'problem.long'),
  languages: optionalText(200, 'problem.long'),
  interpreterLanguage: optionalText(200, 'problem.long'),
  accessNeeds: many,
  goodToKnow: optionalText(1_000, 'problem.long'),
  phone: optionalText(200, 'problem.long'),
}

type Sent = z.infer<z.ZodObject<typeof fields>>

/** What a form sent about somebody, ready to be kept. A date of birth that was begun must exist and have passed. */
export const recordForm = (today: Day) => z.object(fields).transform((sent, context) => toFields(sent, today, context))

export const newPersonForm = (today: Day) =>
  z
    .object({
      ...fields,
      prisonNumber: optionalText(40, 'problem.long').refine(
        (value) => value === '' || /^[A-Za-z]\d{4}[A-Za-z]{2}$/.test(value),
        'problem.number',
      ),
      isOwn: z.string().optional(),
      isNew: z.string().optional(),
    })
    .transform((sent, context) => ({
      ...toFields(sent, today, context),
      prisonNumber: sent.prisonNumber.toUpperCase(),
      isOwn: sent.isOwn !== undefined,
      isNew: sent.isNew !== undefined,
    }))

function toFields(sent: Sent, today: Day, context: z.RefinementCtx): RecordFields {
  const {
    'bornOn-day': date,
    'bornOn-month': month,
    'bornOn-year': year,
    languages,
    interpreterLanguage,
    ...rest
  } = sent
  const isBlank = date === '' && month === '' && year === ''
  const bornOn = dayOf(Number(year), Number(month), Number(date))
  const isWrong = bornOn === undefined || bornOn >= today || Number(year) < earliestBirth
  if (!isBlank && isWrong) context.addIssue({ code: 'custom', path: ['bornOn'], message: 'problem.born' })
  return {
    ...rest,
    bornOn: bornOn ?? null,
    nationality: rest.nationality || null,
    languages: languages.split(/[,;]/).map(readLanguage).filter(Boolean),
    interpreterLanguage: interpreterLanguage ? readLanguage(interpreterLanguage) : null,
  }
}

/** What is on record, as the form's fields; languages by their names. */
export function typedOf(record: PersonRecord, nameOfLanguage: (code: string) => string): Typed {
  const [year = '', month = '', date = ''] = record.bornOn?.split('-') ?? []
  const { givenName, middleNames, familyName, chosenName, accessNeeds, goodToKnow, phone } = record
  return {
    ...{ givenName, middleNames, familyName, chosenName, accessNeeds, goodToKnow, phone },
    ...{ 'bornOn-day': date, 'bornOn-month': month, 'bornOn-year': year },
    ...(record.isPhoneClosed && { 'phone-is-closed': 'yes' }),
    sex: record.sex ?? '',
    nationality: record.nationality ?? '',
    languages: record.languages.map(nameOfLanguage).join(', '),
    interpreterLanguage: record.interpreterLanguage ? nameOfLanguage(record.interpreterLanguage) : '',
    version: String(record.version),
  }
}
