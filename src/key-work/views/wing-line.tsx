import { WingLine as Line } from '../../platform/web/components/index.ts'
import type { Assets } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

/** What becomes of notes that were written without a network. */
export function WingLine({ locale, assets }: { locale: Locale; assets: Assets }) {
  const say = words(locale)
  const ask = (what: 'kept' | 'waiting' | 'sent' | 'aside' | 'empty') => say(`line.${what}`, { count: '{count}' })
  return (
    <Line
      assets={assets}
      folder="/key-work"
      texts={{
        kept: ask('kept'),
        waiting: ask('waiting'),
        sent: ask('sent'),
        aside: ask('aside'),
        empty: ask('empty'),
      }}
      signIn={{ href: '/sign-in?back=%2Fkey-work', text: say('line.sign-in') }}
      aside={{ href: '/key-work/unfiled', text: say('line.see') }}
    />
  )
}
