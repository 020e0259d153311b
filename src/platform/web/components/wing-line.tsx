import type { Assets } from '../page-context.ts'
import { Link } from './link.tsx'

export interface WingLineProps {
  assets: Assets
  /** Of what this line tells: the beginning of its addresses. */
  folder: string
  /** `{count}` stands for how many. */
  texts: Record<'kept' | 'waiting' | 'sent' | 'aside' | 'empty', string>
  signIn: { href: string; text: string }
  aside: { href: string; text: string }
}

/** What becomes of what was written without a network: filled in by the script, which this line brings along. */
export function WingLine({ assets, folder, texts, signIn, aside }: WingLineProps) {
  return (
    <>
      <div
        class="tl-note"
        role="status"
        tabindex={-1}
        hidden
        data-sealed-line={folder}
        data-kept={texts.kept}
        data-waiting={texts.waiting}
        data-sent={texts.sent}
        data-aside={texts.aside}
        data-empty={texts.empty}
      >
        <p>
          <span data-sealed-text="" />{' '}
          <span data-sealed-when="waiting" hidden>
            <Link href={signIn.href}>{signIn.text}</Link>
          </span>
          <span data-sealed-when="aside" hidden>
            <Link href={aside.href}>{aside.text}</Link>
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
