import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blankForm, type FormState, optionalText, readForm, text } from '../../platform/web/form.ts'
import { addLesson, removeLesson } from '../keep-lessons.ts'
import { mayKeep } from '../keep-programme.ts'
import { getProgramme } from '../queries.ts'
import { LessonsPage } from '../views/lessons-page.tsx'
import { keeps, type OfProgramme, reads } from './programmes.ts'

const long = 'lesson.long'
const lessonForm = z.object({
  place: text(300, { missing: 'lesson.place-missing', long }),
  country: z
    .string({ error: 'lesson.country-wrong' })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'lesson.country-wrong'),
  conditions: text(2000, { missing: 'lesson.conditions-missing', long }),
  adapted: optionalText(2000, long),
  transferred: optionalText(2000, long),
  didNotTransfer: optionalText(2000, long),
})

/** What places learned with a programme: read by everybody, and written into one's own, with which it travels. */
export async function lessonRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfProgramme>('/programmes/:programmeId/lessons', reads, (request, reply) => showLessons(request, reply))

  app.post<OfProgramme>('/programmes/:programmeId/lessons', keeps, async (request, reply) => {
    const { programmeId } = request.params
    const form = readForm(lessonForm, request.body)
    if (!form.valid) return showLessons(request, reply.status(422), form)
    const language = request.page().locale
    await request.change((change) => addLesson(change, programmeId, { ...form.values, language }))
    return reply.redirect(`/programmes/${programmeId}/lessons`, 303)
  })

  app.post<{ Params: OfProgramme['Params'] & { lessonKey: string } }>(
    '/programmes/:programmeId/lessons/:lessonKey/removal',
    keeps,
    async (request, reply) => {
      const { programmeId, lessonKey } = request.params
      await request.change((change) => removeLesson(change, programmeId, lessonKey))
      return reply.redirect(`/programmes/${programmeId}/lessons`, 303)
    },
  )
}

async function showLessons(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown> = blankForm) {
  const { programmeId } = request.params as OfProgramme['Params']
  const programme = await request.read((reading) => getProgramme(reading, programmeId))
  return reply.page(LessonsPage({ page: request.page(), programme, form, mayKeep: mayKeep(request.actor, programme) }))
}
