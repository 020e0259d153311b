import { StatusTag } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Claim } from '../queries/claims.ts'
import { words } from '../words.ts'

const tones = { WAITING: 'warn', APPROVED: 'good', DECLINED: 'bad', WITHDRAWN: undefined } as const

/** Where a claim stands. */
export function ClaimStateTag({ page, claim }: { page: PageContext; claim: Pick<Claim, 'state'> }) {
  return <StatusTag tone={tones[claim.state]}>{words(page.locale)(`state.${claim.state}`)}</StatusTag>
}
