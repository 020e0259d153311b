import { aCase } from '../cases/builders.ts'
import { aService } from '../directory/builders.ts'
import { aNeed } from '../needs/builders.ts'
import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { getReferral, type Referral } from './queries/referrals.ts'
import { type NewReferral, sendReferral } from './send-referral.ts'

/** A referral from a worker to a service of another agency, with the case and the need it stems from. */
export async function aReferral(
  world: World,
  {
    from,
    to,
    ...options
  }: { from: Actor; to: Actor; caseId?: string; needId?: string; serviceId?: string } & Partial<NewReferral>,
): Promise<Referral> {
  const serviceId = options.serviceId ?? (await aService(world, to))
  const caseId = options.caseId ?? (options.needId ? undefined : (await aCase(world, from)).id)
  const needId = options.needId ?? (await aNeed(world, from, caseId!)).id
  return sent(world, from, { ...options, needId, serviceId })
}

/** Sends it, and reads it back as the sender. */
export async function sent(
  world: World,
  from: Actor,
  {
    why = 'You have a room, and take people on licence.',
    neededByOn = null,
    desiredOutcomes = [],
    ...ids
  }: Partial<NewReferral> & Pick<NewReferral, 'needId' | 'serviceId'>,
): Promise<Referral> {
  const id = await world.database.change(from, (change) =>
    sendReferral(change, { why, neededByOn, desiredOutcomes, ...ids }),
  )
  return world.database.read(from, (reading) => getReferral(reading, id))
}
