import { Link } from '../../platform/web/components/index.ts'
import type { Assets } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

/** What becomes of notes that were written without a network: filled in by the script, which this line brings along. */
export function WingLine({ locale, assets }: { locale: Locale; assets: Assets }) {
  const say = words(locale)
  const ask = (what: 'kept' | 'waiting' | 'sent' | 'aside' | 'empty') => say(`line.${what}`, { count: '{count}' })
  return (
    <>
      <div
        class="tl-note"
        role="status"
        tabindex={-1}
        hidden
        data-sealed-line=""
        data-kept={ask('kept')}
        data-waiting={ask('waiting')}
        data-sent={ask('sent')}
        data-aside={ask('aside')}
        data-empty={ask('empty')}
      >
        <p>
          <span data-sealed-text="" />{' '}
          <span data-sealed-when="waiting" hidden>
            <Link href="/sign-in?back=%2Fkey-work">{say('line.sign-in')}</Link>
          </span>
          <span data-sealed-when="aside" hidden>
            <Link href="/key-work/unfiled">{say('line.see')}</Link>
          </span>
        </p>
      </div>
      <script type="module" src={assets.wing} />
    </>
  )
}
