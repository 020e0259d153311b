import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { getCaseFrame } from '../../cases/index.ts'
import { optionalText, readForm, text, typedList, withProblems } from '../../platform/web/form.ts'
import { inviteMember } from '../invite-member.ts'
import { changeShares, keepCheck, nameMember, stopMember } from '../keep-family.ts'
import { consentWays, isReachable, relations, type Share, shares, ways } from '../kinds.ts'
import { InvitationPage } from '../views/invitation-page.tsx'
import { changes, type OfCase, type OfMember, seen, show } from './show.ts'

const nameForm = z.object({
  name: text(200, { missing: 'problem.name', long: 'problem.long' }),
  relation: z.enum(relations, { error: 'problem.relation' }),
  way: z.enum(ways, { error: 'problem.way' }),
  toAddress: optionalText(254, 'problem.long'),
  locale: z.enum(['en', 'it', 'nl'], { error: 'problem.locale' }),
  consentHow: z.enum(consentWays, { error: 'problem.consent' }),
})
const sharesForm = z.object({ sharesConsent: z.enum(consentWays, { error: 'problem.consent' }) })
const yesNo = (missing: string) => z.enum(['yes', 'no'], { error: missing }).transform((said) => said === 'yes')
const checkForm = z.object({
  isAlone: z.literal('yes', { error: 'problem.alone' }),
  isOwnWish: yesNo('problem.own-wish'),
  isSafe: yesNo('problem.safe'),
  outcome: z.enum(['SHOW', 'NOT_NOW'], { error: 'problem.outcome' }),
  words: optionalText(1_000, 'problem.long'),
})

/** Family and friends of a person: who they are, what they may see, and whether they come in. */
export async function familyRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/family', seen, (request, reply) => show(request, reply, request.params.caseId))

  app.post<OfCase>('/cases/:caseId/family', changes, async (request, reply) => {
    const { caseId } = request.params
    const read = readForm(nameForm, request.body)
    const chosen = typedList(read, 'shares').filter((share): share is Share => shares.includes(share as Share))
    const isLost = read.valid && !isReachable(read.values)
    const message = read.valid ? `problem.address-${read.values.way}` : ''
    const form = isLost ? withProblems(read, { field: 'toAddress', message }) : read
    if (!form.valid) return show(request, reply.status(422), caseId, { at: 'new', form })
    const { toAddress, ...rest } = form.values
    const member = { ...rest, toAddress: rest.way === 'PAPER' ? '' : toAddress, shares: chosen }
    await request.change((change) => nameMember(change, caseId, member))
    return reply.redirect(`/cases/${caseId}/family`, 303)
  })

  app.post<OfMember>('/cases/:caseId/family/:memberId/shares', changes, async (request, reply) => {
    const { caseId, memberId } = request.params
    const form = readForm(sharesForm, request.body)
    if (!form.valid) return show(request, reply.status(422), caseId, { at: memberId, form })
    const chosen = shares.filter((share) => typedList(form, 'shares').includes(share))
    const { sharesConsent: consentHow } = form.values
    await request.change((change) => changeShares(change, caseId, memberId, { shares: chosen, consentHow }))
    return reply.redirect(`/cases/${caseId}/family#h-${memberId}`, 303)
  })

  app.post<OfMember>('/cases/:caseId/family/:memberId/check', changes, async (request, reply) => {
    const { caseId, memberId } = request.params
    const read = readForm(checkForm, request.body)
    const isUnsafe = read.valid && read.values.outcome === 'SHOW' && !(read.values.isOwnWish && read.values.isSafe)
    const form = isUnsafe ? withProblems(read, { field: 'outcome', message: 'problem.not-safe' }) : read
    if (!form.valid) return show(request, reply.status(422), caseId, { at: memberId, form })
    const { isAlone: _, ...check } = form.values
    await request.change((change) => keepCheck(change, caseId, memberId, check))
    return reply.redirect(`/cases/${caseId}/family`, 303)
  })

  app.post<OfMember>(
    '/cases/:caseId/family/:memberId/invitation',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      const { caseId, memberId } = request.params
      const address = new URL('/family/join', app.site.publicUrl).href
      const { frame, invitation } = await request.change(async (change) => ({
        frame: await getCaseFrame(change, caseId),
        invitation: await inviteMember(change, caseId, memberId, address),
      }))
      return reply.page(InvitationPage({ page: request.page(), frame, invitation, address }))
    },
  )

  app.post<OfMember>('/cases/:caseId/family/:memberId/stop', changes, async (request, reply) => {
    const { caseId, memberId } = request.params
    await request.change((change) => stopMember(change, caseId, memberId))
    return reply.redirect(`/cases/${caseId}/family`, 303)
  })
}
