import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { HiddenAddress } from '../queries/hidden-address.ts'
import { words } from '../words.ts'

export interface HiddenAddressProps {
  page: PageContext
  frame: CaseFrame
  addressId: string
  form: { typed: Typed; problems: Problem[] }
  /** Once a reason was given. */
  address: HiddenAddress | undefined
}

/** Asks why, and then shows the address. */
export function HiddenAddressPage({ page, frame, addressId, form, address }: HiddenAddressProps) {
  const say = words(page.locale)
  const path = `/people/${frame.personId}`
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="record"
      title={say('hidden.title')}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={`${path}#addresses`}>{say('hidden.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('hidden.title')} sub={say('hidden.sub')} />
      {address ? (
        <Note title={say('hidden.warning')} tone="warn">
          <p class="tl-kept">{[address.lines, address.postcode].filter(Boolean).join(', ')}</p>
        </Note>
      ) : (
        <form method="post" action={`${path}/addresses/${addressId}`} novalidate>
          <CharacterCount
            name="reason"
            label={say('hidden.reason')}
            hint={say('hidden.reason-hint')}
            maxLength={500}
            rows={3}
            value={typedText(form, 'reason')}
            error={problemOf(form.problems, 'reason', say)}
          />
          <Button>{say('hidden.button')}</Button>
        </form>
      )}
    </CaseLayout>
  )
}
