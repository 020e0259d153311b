import { WingLine } from '../../platform/web/components/index.ts'
import type { Assets } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

/** What becomes of registers that were taken without a network. */
export function RegisterWingLine({ locale, assets }: { locale: Locale; assets: Assets }) {
  const say = words(locale)
  const ask = (what: 'kept' | 'waiting' | 'sent' | 'aside' | 'empty') => say(`line.${what}`, { count: '{count}' })
  return (
    <WingLine
      assets={assets}
      folder="/course-sessions"
      texts={{
        kept: ask('kept'),
        waiting: ask('waiting'),
        sent: ask('sent'),
        aside: ask('aside'),
        empty: ask('empty'),
      }}
      signIn={{ href: '/sign-in?back=%2Fcourses', text: say('line.sign-in') }}
      aside={{ href: '/course-sessions/unfiled', text: say('line.see') }}
    />
  )
}
