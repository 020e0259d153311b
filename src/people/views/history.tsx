import { formatAt, formatDay } from '../../platform/dates.ts'
import { Section } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { languageName } from '../languages.ts'
import type { PersonRecord } from '../queries/record.ts'
import { words } from '../words.ts'

const columns = {
  givenName: 'given_name',
  middleNames: 'middle_names',
  familyName: 'family_name',
  chosenName: 'chosen_name',
  bornOn: 'born_on',
  sex: 'sex',
  nationality: 'nationality',
  languages: 'languages',
  interpreterLanguage: 'interpreter_language',
  accessNeeds: 'access_needs',
  goodToKnow: 'good_to_know',
  phone: 'phone',
} as const
type Field = keyof typeof columns

/** What the record said before each change, who changed it and when; the latest first. */
export function History({ locale, record }: { locale: Locale; record: PersonRecord }) {
  const say = words(locale)
  const after = (index: number): Record<Field, unknown> => {
    const body = record.versions[index - 1]?.body
    if (!body) return record
    return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, body[column]])) as Record<
      Field,
      unknown
    >
  }
  return (
    <Section id="history" title={say('identity.history')}>
      {record.versions.length === 0 && <p class="govuk-body">{say('identity.history-none')}</p>}
      <ul class="tl-list">
        {record.versions.map(({ body, at, name, agency }, index) => {
          const changes = (Object.keys(columns) as Field[]).filter(
            (field) => JSON.stringify(body[columns[field]] ?? null) !== JSON.stringify(after(index)[field] ?? null),
          )
          const fields = changes
            .map((field) =>
              say('identity.change', {
                field: say(`field.${field}`),
                from: shown(locale, field, body[columns[field]]),
                to: shown(locale, field, after(index)[field]),
              }),
            )
            .join('; ')
          return <li>{say('identity.history-line', { at: formatAt(locale, new Date(at)), name, agency, fields })}</li>
        })}
      </ul>
    </Section>
  )
}

/** A value of the record in words: days, codes and lists as people read them. */
export function shown(locale: Locale, field: string, value: unknown): string {
  const say = words(locale)
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return say('blank')
  if (field === 'bornOn') return formatDay(locale, String(value), 'full')
  if (field === 'sex') return say(`sex.${value}` as 'sex.MALE')
  if (field === 'interpreterLanguage') return languageName(String(value), locale)
  if (field === 'languages') return (value as string[]).map((code) => languageName(code, locale)).join(', ')
  if (field === 'accessNeeds')
    return (value as string[]).map((need) => say(`need.${need}` as 'need.HEARING')).join(', ')
  return String(value)
}
