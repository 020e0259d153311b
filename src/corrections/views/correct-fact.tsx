import { type CaseFrame, mayWrite } from '../../cases/index.ts'
import type { FieldGroup } from '../../platform/database.ts'
import { Link } from '../../platform/web/components/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { FactKind } from '../kinds.ts'
import { words } from '../words.ts'

interface CorrectFactProps {
  locale: Locale
  frame: CaseFrame
  /** The part of the case that the fact belongs to. */
  part: FieldGroup
  kind: FactKind
  factId: string
  /** Which fact, for whoever hears the link alone. */
  name: string
}

/** The way to say something beside a fact, for whoever may write in its part of the case. */
export function CorrectFact({ locale, frame, part, kind, factId, name }: CorrectFactProps) {
  if (!mayWrite(frame, part)) return null
  return (
    <Link class="tl-link tl-small tl-noprint" href={`/cases/${frame.caseId}/corrections/new?fact=${kind}:${factId}`}>
      {words(locale)('case.say')}
      <span class="govuk-visually-hidden">: {name}</span>
    </Link>
  )
}
