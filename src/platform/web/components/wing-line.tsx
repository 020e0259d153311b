import type { Assets } from '../page-context.ts'
import { Link } from './link.tsx'

type Told = 'line.kept' | 'line.waiting' | 'line.sent' | 'line.aside' | 'line.empty'

export interface WingLineProps {
  assets: Assets
  /** Of what this line tells: the beginning of its addresses. What could not be filed is listed below it, at `/unfiled`. */
  folder: string
  /** Where a sign-in leads back to. */
  back: string
  say(key: Told | 'line.sign-in' | 'line.see', values?: { count: string }): string
}

/** What becomes of what was written without a network: filled in by the script, which this line brings along. */
export function WingLine({ assets, folder, back, say }: WingLineProps) {
  const told = (key: Told) => say(key, { count: '{count}' }) // the script counts
  return (
    <>
      <div
        class="tl-note"
        role="status"
        tabindex={-1}
        hidden
        data-sealed-line={folder}
        data-kept={told('line.kept')}
        data-waiting={told('line.waiting')}
        data-sent={told('line.sent')}
        data-aside={told('line.aside')}
        data-empty={told('line.empty')}
      >
        <p>
          <span data-sealed-text="" />{' '}
          <span data-sealed-when="waiting" hidden>
            <Link href={`/sign-in?back=${encodeURIComponent(back)}`}>{say('line.sign-in')}</Link>
          </span>
          <span data-sealed-when="aside" hidden>
            <Link href={`${folder}/unfiled`}>{say('line.see')}</Link>
          </span>
        </p>
      </div>
      <script type="module" src={assets.wing} />
    </>
  )
}

/** What a page is drawn with: kept beside it on a device that goes where there is no network. */
export const filesOfWing = ({ styles, script, wing, sprite, icon, fonts }: Assets): string[] => [
  ...[styles, script, wing, sprite, icon],
  ...fonts,
]
