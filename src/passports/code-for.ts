import { type DrawnCode, drawCode } from '../platform/qr-code.ts'
import type { Locale } from '../platform/words.ts'
import { shownCode } from './short-code.ts'
import { words } from './words.ts'

export interface StaffCode {
  drawn: DrawnCode
  /** ACDE-FGHJ */
  shown: string
  /** In place of the picture, for who does not see it. */
  label: string
  staff: string
  text: string
}

/** What a code looks like and says: it leads who signs in, and may see the case, to the case. */
export function codeFor(locale: Locale, publicUrl: string, shortCode: string): StaffCode {
  const say = words(locale)
  const shown = shownCode(shortCode)
  const address = `${publicUrl.replace(/\/$/, '')}/p`
  return {
    drawn: drawCode(`${address}/${shortCode}`),
    shown,
    label: say('code.label', { code: shown }),
    staff: say('code.staff'),
    text: say('code.text', { address: `${address.replace(/^https?:\/\//, '')}/${shown}` }),
  }
}
