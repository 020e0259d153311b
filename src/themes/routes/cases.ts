import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findPeople } from '../../people/index.ts'
import { blankForm, type FormState, readForm, text } from '../../platform/web/form.ts'
import { mustBeOpen } from '../keep-theme.ts'
import { linkCase, partCase } from '../link-case.ts'
import { findLinkable, listLinkedCases } from '../queries/cases.ts'
import { getTheme } from '../queries/themes.ts'
import { LinkPage } from '../views/link-page.tsx'
import { type OfTheme, opens, works } from './themes.ts'

const finds = { config: { ...works.config, looks: opens.config.looks } } as const
const linking = z.object({
  caseId: z.uuid('link.case-missing'),
  why: text(500, { missing: 'link.why-missing', long: 'too-long' }),
})

/** Whose case belongs to a theme. */
export async function themeCaseRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfTheme>('/themes/:themeId/cases/new', finds, (request, reply) =>
    showLink(request, reply, blankForm, String((request.query as { q?: unknown }).q ?? '')),
  )

  app.post<OfTheme>('/themes/:themeId/cases', works, async (request, reply) => {
    const form = readForm(linking, request.body)
    if (!form.valid) return showLink(request, reply.status(422), form, String(form.typed['q'] ?? ''))
    const { caseId, why } = form.values
    await request.change((change) => linkCase(change, request.params.themeId, caseId, why))
    return reply.redirect(`/themes/${request.params.themeId}?done=linked`, 303)
  })

  app.post<{ Params: { themeId: string; linkId: string } }>(
    '/themes/:themeId/cases/:linkId/parting',
    works,
    async (request, reply) => {
      const { themeId, linkId } = request.params
      await request.change((change) => partCase(change, themeId, linkId))
      return reply.redirect(`/themes/${themeId}?done=parted`, 303)
    },
  )
}

async function showLink(request: FastifyRequest<OfTheme>, reply: FastifyReply, form: FormState<unknown>, q: string) {
  const { themeId } = request.params
  const shown = await request.read(async (reading) => {
    const theme = mustBeOpen(await getTheme(reading, themeId))
    const found = q.trim() === '' ? [] : await findPeople(reading, q)
    const linkable = await findLinkable(
      reading,
      found.map(({ caseId }) => caseId),
    )
    const linked = new Set((await listLinkedCases(reading, themeId)).map(({ caseId }) => caseId))
    const people = found.filter(({ caseId }) => linkable.includes(caseId) && !linked.has(caseId))
    const caseIds = people.map(({ caseId }) => caseId)
    reading.look({ action: 'search', caseIds, fieldGroups: ['identity'], details: { themeId } })
    return { theme, people }
  })
  return reply.page(LinkPage({ page: request.page(), ...shown, form, q }))
}
