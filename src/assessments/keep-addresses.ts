import { addAddress } from '../people/index.ts'
import type { Change } from '../platform/database.ts'
import { findAddress } from './queries/addresses.ts'
import type { Review } from './review-assessment.ts'

/**
 * Puts the addresses that the person told among the person's addresses, so that nobody types them twice. One that takes the
 * place of a hidden address is hidden too. A worker who may not write contact details leaves them as they are.
 */
export async function keepAddresses(change: Change, { assessment, onCase, pages }: Review): Promise<void> {
  if (!onCase.mayWriteContact) return
  for (const { how, question, value } of pages.flatMap(({ answers }) => answers)) {
    const kind = question.addressKind
    if (!kind || how === 'confirmed' || value.words === '') continue
    const known = await findAddress(change, assessment.personId, kind)
    if (known?.lines === value.words) continue
    const address = { kind, lines: value.words, postcode: '', hasNone: false, isHidden: known?.isHidden ?? false }
    await addAddress(change, assessment.personId, address)
  }
}
