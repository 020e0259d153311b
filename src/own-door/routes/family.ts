import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { isReachable, relations, shares, ways } from '../../families/index.ts'
import { blankForm, optionalText, readForm, text, typedList, withProblems } from '../../platform/web/form.ts'
import { answerFamilyDay, changeShares, nameFamily, readFamily, stopFamily } from '../queries/family.ts'
import { OwnFamilyPage } from '../views/family-page.tsx'
import { doorOf, pageOf } from './door.ts'

const forPerson = { config: { may: 'anyone' } } as const // the functions ask for the session and write the audit

const nameForm = z.object({
  name: text(200, { missing: 'family.name-missing', long: 'family.name-missing' }),
  relation: z.enum(relations, { error: 'family.relation-missing' }),
  way: z.enum(ways, { error: 'family.way-missing' }),
  toAddress: optionalText(254, 'family.address-wrong'),
  locale: z.enum(['en', 'it', 'nl'], { error: 'family.locale-missing' }),
})

const dayForm = z.object({ answer: z.enum(['COMES', 'CANNOT'], 'days.answer') })

/** Where the person says who of their family and friends may see what, and stops it (R115). */
export async function ownFamilyRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { tokenOf, answer } = doorOf(app)

  app.get<{ Querystring: { done?: string } }>('/me/family', forPerson, async (request, reply) => {
    const family = await readFamily(database, tokenOf(request), request.id)
    if (!family) return reply.redirect('/me', 303)
    const done = (['named', 'changed'] as const).find((each) => each === request.query.done)
    return answer(reply).page(OwnFamilyPage({ page: pageOf(request), ...family, form: blankForm, done }))
  })

  app.post('/me/family', forPerson, async (request, reply) => {
    const page = pageOf(request)
    const read = readForm(nameForm, request.body)
    const form =
      read.valid && !isReachable(read.values)
        ? withProblems(read, { field: 'toAddress', message: 'family.address-wrong' })
        : read
    if (form.valid) {
      const { way, toAddress } = form.values
      const chosen = shares.filter((share) => typedList(form, 'shares').includes(share))
      const member = { ...form.values, toAddress: way === 'PAPER' ? '' : toAddress, shares: chosen }
      if (await nameFamily(database, tokenOf(request), member, request.id))
        return reply.redirect('/me/family?done=named', 303)
    }
    const family = await readFamily(database, tokenOf(request), request.id)
    // What was typed stays readable, so that it can be written down before the next code; nothing of the record does.
    const told = form.valid ? withProblems(form, { field: 'name', message: 'say.over' }) : form
    const kept = family ? answer(reply.status(422)) : reply.status(403)
    return kept.page(OwnFamilyPage({ page, members: [], days: [], ...family, form: told, done: undefined }))
  })

  app.post<{ Params: { memberId: string } }>('/me/family/:memberId/stop', forPerson, async (request, reply) => {
    const memberId = z.uuid().safeParse(request.params.memberId)
    if (memberId.success) await stopFamily(database, tokenOf(request), memberId.data, request.id)
    return reply.redirect('/me/family', 303)
  })

  app.post<{ Params: { memberId: string } }>('/me/family/:memberId/shares', forPerson, async (request, reply) => {
    const memberId = z.uuid().safeParse(request.params.memberId)
    const chosen = typedList(readForm(z.unknown(), request.body), 'shares')
    const told = memberId.success && { memberId: memberId.data, shares: shares.filter((each) => chosen.includes(each)) }
    const isKept = told && (await changeShares(database, tokenOf(request), told, request.id))
    return reply.redirect(isKept ? '/me/family?done=changed' : '/me/family', 303)
  })

  app.post<{ Params: { invitationId: string } }>('/me/family/days/:invitationId', forPerson, async (request, reply) => {
    const invitationId = z.uuid().safeParse(request.params.invitationId)
    const form = readForm(dayForm, request.body)
    const brings = typedList(form, 'brings').filter((id) => z.uuid().safeParse(id).success)
    if (invitationId.success && form.valid) {
      const said = { invitationId: invitationId.data, answer: form.values.answer, brings }
      await answerFamilyDay(database, tokenOf(request), said, request.id)
    }
    return reply.redirect('/me/family#h-days', 303)
  })
}
