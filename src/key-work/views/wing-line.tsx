import { WingLine as Line } from '../../platform/web/components/index.ts'
import type { Assets } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

/** What becomes of notes that were written without a network. */
export function WingLine({ locale, assets }: { locale: Locale; assets: Assets }) {
  return <Line assets={assets} folder="/key-work" back="/key-work" say={words(locale)} />
}
