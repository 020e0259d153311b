import { WingLine } from '../../platform/web/components/index.ts'
import type { Assets } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

/** What becomes of registers that were taken without a network. */
export function RegisterWingLine({ locale, assets }: { locale: Locale; assets: Assets }) {
  return <WingLine assets={assets} folder="/course-sessions" back="/courses" say={words(locale)} />
}
