import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../../cases/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, readForm } from '../../platform/web/form.ts'
import type { HiddenAddress } from '../queries/hidden-address.ts'
import { getRecord } from '../queries/record.ts'
import { showHiddenAddress } from '../show-hidden-address.ts'
import { HiddenAddressPage } from '../views/hidden-address.tsx'

const asked = z.object({
  reason: z.string({ error: 'problem.reason' }).trim().min(20, 'problem.reason').max(500, 'problem.long'),
})
const sees = { config: { may: 'see cases', looks: 'personal' } } as const

/** A hidden address is shown once, on the page that answers the reason: a second look needs another. */
export async function hiddenAddressRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfAddress>('/people/:personId/addresses/:addressId', sees, (request, reply) =>
    show(request, reply, blankForm),
  )

  app.post<OfAddress>('/people/:personId/addresses/:addressId', sees, async (request, reply) => {
    const form = readForm(asked, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const address = await request.change((change) => showHiddenAddress(change, { ...request.params, ...form.values }))
    return show(request, reply, form, address)
  })
}

async function show(
  request: FastifyRequest<OfAddress>,
  reply: FastifyReply,
  form: FormState<unknown>,
  address?: HiddenAddress,
) {
  const { personId, addressId } = request.params
  const frame = await request.read(async (reading) => {
    const record = await getRecord(reading, personId)
    const isHidden = record.addresses.some((each) => each.id === addressId && each.isHidden)
    if (!isHidden) throw new Refusal('not found', 'address.not-found')
    reading.look({ action: 'consult', personIds: [personId], caseIds: [record.caseId], fieldGroups: ['identity'] })
    return getCaseFrame(reading, record.caseId)
  })
  return reply.page(HiddenAddressPage({ page: request.page(), frame, addressId, form, address }))
}

interface OfAddress {
  Params: { personId: string; addressId: string }
}
