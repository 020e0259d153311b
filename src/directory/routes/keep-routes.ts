import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listAgencies, listPathways } from '../../agencies/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type FormState,
  filledForm,
  type Problem,
  readForm,
  type Typed,
  typedBody,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import {
  addService,
  changeService,
  fieldsOf,
  mayKeep,
  restoreService,
  verifyService,
  withdrawService,
} from '../keep-service.ts'
import type { Service, ServiceFields } from '../listed-service.ts'
import { listRevisions } from '../queries/keep.ts'
import { getService } from '../queries/services.ts'
import { serviceForm, typedOf } from '../service-form.ts'
import { ServiceConflictPage } from '../views/conflict.tsx'
import { ServiceFormPage } from '../views/form.tsx'

type OfService = { Params: { serviceId: string } }
const keeping = { config: { may: 'keep the directory', looks: 'none' as const } }
const seenVersion = z.object({ version: z.coerce.number().int().min(1).catch(0) }) // of no version: the change meets a conflict
type Form = { typed: Typed; problems: Problem[] }

/** Adding, changing, checking and withdrawing entries. */
export async function keepRoutes(app: FastifyInstance): Promise<void> {
  app.get('/services/new', keeping, async (request, reply) => {
    const providerName = isCoordinator(request) ? '' : request.actor.agencyName
    return reply.page(await formPage(request, filledForm({ isInPrison: 'no', unit: 'PLACES', providerName })))
  })

  app.post('/services', keeping, async (request, reply) => {
    const form = ownerChecked(request, readForm(serviceForm, request.body))
    if (!form.valid) return reply.status(422).page(await formPage(request, form))
    const owner = isCoordinator(request) ? typedText(form, 'owner') : request.actor.agencyId
    const id = await request.change((change) => addService(change, owner === 'small' ? null : owner, form.values))
    return reply.redirect(`/services/${id}?saved=yes`, 303)
  })

  app.get<OfService>('/services/:serviceId/edit', keeping, async (request, reply) => {
    const service = await ownService(request, request.params.serviceId)
    return reply.page(await formPage(request, filledForm(typedOf(fieldsOf(service))), service))
  })

  app.post<OfService>('/services/:serviceId/edit', keeping, async (request, reply) => {
    const service = await ownService(request, request.params.serviceId)
    const { version } = seenVersion.parse(request.body ?? {})
    const form = ofSmall(service, readForm(serviceForm, request.body))
    if (typedText(form, 'again') === 'yes') return reply.page(await formPage(request, form, { ...service, version }))
    if (!form.valid) return reply.status(422).page(await formPage(request, form, { ...service, version }))
    try {
      await request.change((change) => changeService(change, service.id, version, form.values))
    } catch (error) {
      return answerConflict(error, request, reply, service.id)
    }
    return reply.redirect(`/services/${service.id}?saved=yes`, 303)
  })

  for (const [verb, work] of [
    ['verify', verifyService],
    ['withdraw', withdrawService],
    ['restore', restoreService],
  ] as const) {
    app.post<OfService>(`/services/:serviceId/${verb}`, keeping, async (request, reply) => {
      const { serviceId } = request.params
      const { version } = seenVersion.parse(request.body ?? {})
      await request.change((change) => work(change, serviceId, version))
      return reply.redirect(`/services/${serviceId}?saved=yes`, 303)
    })
  }
}

const isCoordinator = ({ actor }: FastifyRequest) => actor.roles.includes('COORDINATOR')

async function ownService(request: FastifyRequest, id: string): Promise<Service> {
  const service = await request.read((reading) => getService(reading, id))
  if (!mayKeep(request.actor, service)) throw new Refusal('not allowed', 'service.not-theirs')
  return service
}

/** A coordinator says whose the entry is; one without an account must have an address for its links. */
function ownerChecked(request: FastifyRequest, form: FormState<ServiceFields>): FormState<ServiceFields> {
  if (!isCoordinator(request)) return form
  const owner = typedText(form, 'owner')
  if (owner !== 'small' && !z.uuid().safeParse(owner).success) {
    return withProblems(form, { field: 'owner', message: 'problem.whose' })
  }
  return ofSmall({ agencyId: owner === 'small' ? null : owner }, form)
}

function ofSmall({ agencyId }: Pick<Service, 'agencyId'>, form: FormState<ServiceFields>): FormState<ServiceFields> {
  if (agencyId !== null || typedText(form, 'providerEmail').trim() !== '') return form
  return withProblems(form, { field: 'providerEmail', message: 'problem.email-needed' })
}

async function formPage(request: FastifyRequest, form: Form, entry?: Pick<Service, 'id' | 'name' | 'version'>) {
  const { agencies, pathways } = await request.read(async (reading) => ({
    agencies: await listAgencies(reading),
    pathways: await listPathways(reading),
  }))
  return ServiceFormPage({
    page: request.page(),
    form,
    pathways: pathways.map(({ code }) => code),
    prisons: agencies.filter(({ kind }) => kind === 'prison'),
    owners: isCoordinator(request) && !entry ? agencies : undefined,
    entry,
  })
}

async function answerConflict(error: unknown, request: FastifyRequest, reply: FastifyReply, serviceId: string) {
  if (!(error instanceof Refusal) || error.code !== 'service.changed-meanwhile') throw error
  const { service, revisions } = await request.read(async (reading) => ({
    service: await getService(reading, serviceId),
    revisions: await listRevisions(reading, serviceId),
  }))
  const mine = typedBody.parse(request.body)
  const theirs = typedOf(fieldsOf(service))
  return reply
    .status(409)
    .page(ServiceConflictPage({ page: request.page(), service, theirs, mine, last: revisions[0] }))
}
