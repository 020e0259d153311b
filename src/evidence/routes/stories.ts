import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getCaseFrame } from '../../cases/index.ts'
import { blankForm, type FormState, readForm, withProblems } from '../../platform/web/form.ts'
import { isAgreed } from '../queries/stories.ts'
import { removeStory, tellStory } from '../stories/tell-story.ts'
import { NewStoryPage } from '../views/new-story-page.tsx'
import { newStory } from './forms.ts'

interface OfCase {
  Params: { caseId: string }
}
type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

/** A case told without a name, while the person says yes to it. */
export async function storyRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase>('/cases/:caseId/story', { config: { may: 'work on cases', looks: 'personal' } }, (request, reply) =>
    showForm(request, reply, blankForm),
  )

  app.post<OfCase>(
    '/cases/:caseId/story',
    { config: { may: 'work on cases', looks: 'personal' } },
    async (request, reply) => {
      const form = readForm(newStory, request.body)
      if (!form.valid) return showForm(request, reply.status(422), form)
      const told = await request.change((change) => tellStory(change, request.params.caseId, form.values))
      if ('fault' in told) {
        return showForm(request, reply.status(422), withProblems(form, { field: 'words', message: told.fault }))
      }
      return reply.redirect('/evidence#h-stories', 303)
    },
  )

  app.post<{ Params: { storyId: string } }>(
    '/evidence/stories/:storyId/removal',
    { config: { may: 'see reports', looks: 'none' } },
    async (request, reply) => {
      await request.change((change) => removeStory(change, request.params.storyId))
      return reply.redirect('/evidence#h-stories', 303)
    },
  )
}

async function showForm(request: FastifyRequest<OfCase>, reply: FastifyReply, form: Form) {
  const { caseId } = request.params
  const shown = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups: ['identity'] })
    return { frame, isAgreed: await isAgreed(reading, frame.personId) }
  })
  return reply.page(NewStoryPage({ page: request.page(), ...shown, agencyId: request.actor.agencyId, form }))
}
