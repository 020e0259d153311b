import type { Locale } from '../../../platform/words.ts'
import type { Progress } from '../../progress.ts'
import { words } from '../../words.ts'

/** How far it is, in words and beside them a bar. */
export function ProgressLine({ locale, progress: { done, all } }: { locale: Locale; progress: Progress }) {
  const width = all === 0 ? 0 : Math.round((100 * done) / all)
  return (
    <>
      {words(locale)('progress', { done, all })}
      <svg class="tl-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="10" />
        <rect class="v" width={width} height="10" />
      </svg>
    </>
  )
}
