import type { CaseFrame } from '../../cases/index.ts'
import { Link, StatusTag } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import { words } from '../words.ts'

interface BesideFactProps {
  locale: Locale
  frame: CaseFrame
  /** Of the note or the need. */
  factId: string
  /** What was said too, where there is room for it. */
  isWhole?: boolean
}

/** What was said beside a fact: that nobody may rely on it, that it was corrected, that the person sees it otherwise. */
export function BesideFact({ locale, frame, factId, isWhole = false }: BesideFactProps) {
  const say = words(locale)
  return (
    <>
      {frame.beside
        .filter((each) => each.factId === factId)
        .map(({ id, kind, words: said }) => (
          <>
            {' '}
            <StatusTag tone={kind === 'RESTRICTION' ? 'bad' : 'warn'}>{say(`mark.${kind}`)}</StatusTag>{' '}
            {isWhole && <span class="tl-kept">{said} </span>}
            <Link class="tl-link" href={`/corrections/${id}`}>
              {say('mark.more')}
              <span class="govuk-visually-hidden">: {say(`kind.${kind}`)}</span>
            </Link>
          </>
        ))}
    </>
  )
}
