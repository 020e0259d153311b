import { StatusTag } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { Webhook } from '../queries/webhooks.ts'
import { words } from '../words.ts'

/** On, off, or on and failing. */
export function WebhookState({ locale, webhook }: { locale: Locale; webhook: Webhook }) {
  const say = words(locale)
  if (webhook.offBecause === 'BY_HAND') return <StatusTag>{say('state.BY_HAND')}</StatusTag>
  if (webhook.offBecause) return <StatusTag tone="bad">{say(`state.${webhook.offBecause}`)}</StatusTag>
  if (webhook.failures > 0) return <StatusTag tone="warn">{say('state.failing')}</StatusTag>
  return <StatusTag tone="good">{say('state.on')}</StatusTag>
}
