import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readForm, text } from '../../platform/web/form.ts'
import { approveThemeDisposal, proposeThemeDisposal, takeBackThemeDisposal } from '../dispose-theme.ts'
import { type OfTheme, showTheme } from './themes.ts'

const keeps = { config: { may: 'dispose of records', looks: 'none' } } as const
const decides = { config: { ...keeps.config, asksAgain: true } } as const
const proposal = z.object({ reason: text(500, { missing: 'disposal.reason-missing', long: 'too-long' }) })

/** That the minutes, actions and reports of a closed theme go: proposed, decided by a second manager, taken back. */
export async function themeDisposalRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfTheme>('/themes/:themeId/disposal', keeps, async (request, reply) => {
    const form = readForm(proposal, request.body)
    if (!form.valid) return showTheme(request, reply.status(422), form)
    await request.change((change) => proposeThemeDisposal(change, request.params.themeId, form.values.reason))
    return reply.redirect(`/themes/${request.params.themeId}?done=disposal-proposed#h-disposal`, 303)
  })

  app.post<OfTheme>('/themes/:themeId/disposal/approval', decides, async (request, reply) => {
    await request.change((change) => approveThemeDisposal(change, request.params.themeId))
    return reply.redirect(`/themes/${request.params.themeId}?done=disposal-approved#h-disposal`, 303)
  })

  app.post<OfTheme>('/themes/:themeId/disposal/taking-back', keeps, async (request, reply) => {
    await request.change((change) => takeBackThemeDisposal(change, request.params.themeId))
    return reply.redirect(`/themes/${request.params.themeId}?done=disposal-taken-back#h-disposal`, 303)
  })
}
