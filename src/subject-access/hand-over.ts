import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { type CopyFormat, findBundle, type Giving, takeFile, updateGiven, updateUntaken } from './queries/bundles.ts'
import { getRequest } from './queries/requests.ts'

/**
 * Takes one file of the copy out, once; it is kept here no more. Written down as an export, with who is to get it.
 *
 * @throws Refusal `subject-access.not-found` where there is no copy of the actor's agency, `subject-access.taken` the second time.
 */
export async function takeCopy(change: Change, requestId: string, format: CopyFormat): Promise<Buffer> {
  const { request, bundle } = await getHeld(change, requestId)
  const bytes = await takeFile(change, bundle.id, format)
  if (!bytes) throw new Refusal('conflict', 'subject-access.taken')
  change.look({
    action: 'export',
    personIds: [request.personId],
    fieldGroups: ['identity'],
    details: { requestId, bundleId: bundle.id, format, recipient: request.askedBy },
  })
  change.record({
    name: 'subject-access.taken',
    subjectId: requestId,
    fieldGroup: 'administration',
    details: { format },
  })
  return bytes
}

/** Has the copy built again where what was taken did not arrive. @throws Refusal `subject-access.moved-on` */
export async function buildAgain(change: Change, requestId: string): Promise<void> {
  const { bundle } = await getHeld(change, requestId)
  if (!(await updateUntaken(change, bundle.id))) throw new Refusal('conflict', 'subject-access.moved-on')
  change.record({ name: 'subject-access.built-again', subjectId: requestId, fieldGroup: 'administration' })
  change.later('build-subject-access', { requestId })
}

/**
 * Says who got the copy. From then on the texts that were gathered are gone; what went out, and to whom, stays.
 *
 * @throws Refusal `subject-access.moved-on` where nothing was taken out yet, or it was given already.
 */
export async function giveCopy(change: Change, requestId: string, giving: Giving): Promise<void> {
  const { bundle } = await getHeld(change, requestId)
  if (!(await updateGiven(change, bundle.id, giving))) throw new Refusal('conflict', 'subject-access.moved-on')
  change.record({
    name: 'subject-access.given',
    subjectId: requestId,
    fieldGroup: 'administration',
    details: { how: giving.how, items: bundle.itemCount },
  })
}

async function getHeld(change: Change, requestId: string) {
  const request = await getRequest(change, requestId)
  const bundle = await findBundle(change, requestId)
  if (!bundle) throw new Refusal('not found', 'subject-access.not-found')
  return { request, bundle }
}
