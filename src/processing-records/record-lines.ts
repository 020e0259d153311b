import type { Locale } from '../platform/words.ts'
import { actionLabel, classLabel, type Schedule, triggerLabel } from '../retention/index.ts'
import { type FieldGroupCode, fieldGroupLabel, purposeLabel } from '../sight/index.ts'
import type { Processing } from './queries.ts'
import { words } from './words.ts'

const lawEnforcement = ['prison', 'probation', 'police']
type Jurisdiction = 'UK-EW' | 'IT' | 'NL'

const duties: Record<Jurisdiction, { general: string; lawEnforcement: string }> = {
  'UK-EW': { general: 'UK GDPR art. 30', lawEnforcement: 'Data Protection Act 2018 s.61' },
  IT: { general: 'GDPR art. 30', lawEnforcement: 'Dir. (UE) 2016/680 art. 24' },
  NL: { general: 'AVG art. 30', lawEnforcement: 'Richtlijn (EU) 2016/680 art. 24' },
}

/** The law that asks this agency for the record. */
export const dutyOf = (jurisdiction: string, agencyKind: string): string =>
  duties[jurisdiction as Jurisdiction][lawEnforcement.includes(agencyKind) ? 'lawEnforcement' : 'general']

const peopleBehind: Partial<Record<FieldGroupCode, 'family' | 'victims' | 'suspects'>> = {
  family: 'family',
  risk: 'victims',
  intelligence: 'suspects',
}

export interface RecordLine {
  name: 'agreement' | 'basis' | 'people' | 'sees' | 'writes' | 'recipients' | 'retention' | 'security'
  text: string
}

/** One processing in words, the same on the page and in the file. */
export function recordLines(locale: Locale, processing: Processing, { rules }: Pick<Schedule, 'rules'>): RecordLine[] {
  const say = words(locale)
  const parts = (codes: readonly FieldGroupCode[]) => codes.map((code) => fieldGroupLabel(locale, code)).join(', ')
  const others = processing.sees.flatMap((code) => peopleBehind[code] ?? [])
  const { title, edition, basis, needsConsent, sees, writes, recipients } = processing
  const kept = rules.map((rule) =>
    say('rule', {
      class: classLabel(locale, rule.class),
      months: rule.months,
      trigger: triggerLabel(locale, rule.trigger),
      action: actionLabel(locale, rule.action),
    }),
  )
  return [
    { name: 'agreement', text: say('edition', { title, edition }) },
    { name: 'basis', text: needsConsent ? say('with-consent', { basis }) : basis },
    { name: 'people', text: (['person', ...others, 'workers'] as const).map((who) => say(`who.${who}`)).join(', ') },
    { name: 'sees', text: parts(sees) || say('nothing') },
    { name: 'writes', text: parts(writes) || say('nothing') },
    { name: 'recipients', text: recipients.join(', ') || say('nobody') },
    { name: 'retention', text: kept.join('; ') },
    { name: 'security', text: say('measures') },
  ]
}

/** What it is for. */
export const purposeOf = (locale: Locale, { purpose }: Processing): string => purposeLabel(locale, purpose)
