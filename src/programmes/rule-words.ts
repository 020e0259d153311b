import type { Locale } from '../platform/words.ts'
import type { EligibilityRule } from './package/schema.ts'
import { words } from './words.ts'

/** Codes of the rules, as a course remembers those that somebody did not meet. */
export type RuleCode = EligibilityRule['rule']

/** A rule as it is said on a poster: "Leaves prison within 6 months". */
export function ruleText(locale: Locale, rule: EligibilityRule): string {
  const say = words(locale)
  switch (rule.rule) {
    case 'RELEASE_WITHIN_MONTHS':
      return say('rule.RELEASE_WITHIN_MONTHS', { months: rule.months })
    case 'SAME_WING':
      return say('rule.SAME_WING')
    case 'AGE':
      if (rule.to === null) return say('rule.AGE-from', { from: rule.from ?? 18 })
      return rule.from === null
        ? say('rule.AGE-to', { to: rule.to })
        : say('rule.AGE-between', { from: rule.from, to: rule.to })
    case 'NEED_OPEN':
      return say('rule.NEED_OPEN', { pathway: say(`pathway.${rule.pathway}` as 'pathway.HEALTH') })
    case 'NOT_COMPLETED_WITHIN_MONTHS':
      return say('rule.NOT_COMPLETED_WITHIN_MONTHS', { months: rule.months })
  }
}
