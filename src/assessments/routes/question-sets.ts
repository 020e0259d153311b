import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { pathways, readPathwayNames } from '../../needs/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type FormState, filledForm, readForm, withProblems } from '../../platform/web/form.ts'
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  publishQuestionSet,
  removeQuestion,
  startQuestionSetVersion,
  throwQuestionSetAway,
} from '../edit-question-set.ts'
import { getSet, listSets } from '../queries/question-sets.ts'
import { newQuestionForm, questionForm, readQuestion, spareOptions } from '../question-form.ts'
import { assessmentTypes, hasOptions, type Question } from '../question-set.ts'
import { EditQuestionPage } from '../views/edit-question.tsx'
import { QuestionSetPage, QuestionSetsPage } from '../views/question-sets.tsx'
import { newQuestionOf, typedOf } from './typed-question.ts'

const config = { may: 'coordinate the partnership', looks: 'none' as const }
const place = z.object({ place: z.enum(['up', 'down', 'remove']), editVersion: z.coerce.number().int() })
const editVersionOf = (body: unknown) => Number((body as { editVersion?: string } | null)?.editVersion) || 0

export async function questionSetRoutes(app: FastifyInstance): Promise<void> {
  app.get('/question-sets', { config }, async (request, reply) =>
    reply.page(QuestionSetsPage({ page: request.page(), sets: await request.read(listSets) })),
  )

  app.post('/question-sets', { config }, async (request, reply) => {
    const type = z.enum(assessmentTypes).safeParse((request.body as { type?: string } | null)?.type)
    if (!type.success) throw new Refusal('not found', 'question-set.not-found')
    const id = await request.change((change) => startQuestionSetVersion(change, type.data))
    return reply.redirect(`/question-sets/${id}`, 303)
  })

  app.get<OfSet>('/question-sets/:setId', { config }, async (request, reply) =>
    reply.page(QuestionSetPage(await readSet(request))),
  )

  app.get<OfSet>('/question-sets/:setId/new-question', { config }, async (request, reply) =>
    reply.page(EditQuestionPage(await newPage(request, filledForm({ kind: 'one', shelfLifeInDays: '90' })))),
  )

  app.post<OfSet>('/question-sets/:setId/questions', { config }, async (request, reply) => {
    const form = readForm(newQuestionForm, request.body)
    if (!form.valid) return reply.status(422).page(EditQuestionPage(await newPage(request, form)))
    const { set } = await readSet(request)
    const { question, problems } = newQuestionOf(set.body, form.values, form.typed)
    if (problems.length > 0)
      return reply.status(422).page(EditQuestionPage(await newPage(request, withProblems(form, ...problems))))
    const edit = { setId: set.id, editVersion: form.values.editVersion }
    const isKept = await tried(() =>
      request.change((change) => addQuestion(change, edit, form.values.pathway, question)),
    )
    if (isKept) return reply.redirect(`/question-sets/${set.id}`, 303)
    return reply.status(409).page(EditQuestionPage({ ...(await newPage(request, form)), isChangedMeanwhile: true }))
  })

  app.get<OfQuestion>('/question-sets/:setId/questions/:key', { config }, async (request, reply) => {
    const { question } = await readQuestionOf(request)
    return reply.page(EditQuestionPage(await editPage(request, filledForm(typedOf(question)))))
  })

  app.post<OfQuestion>('/question-sets/:setId/questions/:key', { config }, async (request, reply) => {
    const form = readForm(questionForm, request.body)
    if (!form.valid) return reply.status(422).page(EditQuestionPage(await editPage(request, form)))
    const { question: before } = await readQuestionOf(request)
    const { question, problems } = readQuestion(before, form.values, form.typed)
    if (problems.length > 0)
      return reply.status(422).page(EditQuestionPage(await editPage(request, withProblems(form, ...problems))))
    const edit = { setId: request.params.setId, editVersion: form.values.editVersion }
    const isKept = await tried(() => request.change((change) => changeQuestion(change, edit, question)))
    if (isKept) return reply.redirect(`/question-sets/${request.params.setId}`, 303)
    return reply.status(409).page(EditQuestionPage({ ...(await editPage(request, form)), isChangedMeanwhile: true }))
  })

  app.post<OfQuestion>('/question-sets/:setId/questions/:key/place', { config }, async (request, reply) => {
    const wanted = place.safeParse(request.body)
    if (!wanted.success) throw new Refusal('not found', 'question.not-found')
    const { key, setId } = request.params
    const edit = { setId, editVersion: wanted.data.editVersion }
    const way = wanted.data.place
    return after(request, reply, () =>
      request.change((change) =>
        way === 'remove' ? removeQuestion(change, edit, key) : moveQuestion(change, edit, key, way),
      ),
    )
  })

  app.post<OfSet>('/question-sets/:setId/publication', { config }, async (request, reply) => {
    const edit = { setId: request.params.setId, editVersion: editVersionOf(request.body) }
    return after(request, reply, () => request.change((change) => publishQuestionSet(change, edit)))
  })

  app.post<OfSet>('/question-sets/:setId/disposal', { config }, async (request, reply) => {
    const edit = { setId: request.params.setId, editVersion: editVersionOf(request.body) }
    await request.change((change) => throwQuestionSetAway(change, edit))
    return reply.redirect('/question-sets', 303)
  })
}

/** Back to the set, which says so when another coordinator was faster. */
async function after(request: FastifyRequest<OfSet>, reply: FastifyReply, work: () => Promise<void>) {
  if (await tried(work)) return reply.redirect(`/question-sets/${request.params.setId}`, 303)
  return reply.status(409).page(QuestionSetPage({ ...(await readSet(request)), isChangedMeanwhile: true }))
}

/** @returns false when another coordinator changed the version since. */
async function tried(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'question-set.changed-meanwhile') return false
    throw error
  }
}

function readSet(request: FastifyRequest<OfSet>) {
  const page = request.page()
  return request.read(async (reading) => ({
    page,
    set: await getSet(reading, request.params.setId),
    nameOf: await readPathwayNames(reading, page.locale),
  }))
}

async function readQuestionOf(request: FastifyRequest<OfQuestion>) {
  const { page, set } = await readSet(request)
  const question = set.body.pages.flatMap(({ questions }) => questions).find(({ key }) => key === request.params.key)
  if (!question) throw new Refusal('not found', 'question.not-found')
  return { page, set, question }
}

type Form = Pick<FormState<unknown>, 'typed' | 'problems'>

async function newPage(request: FastifyRequest<OfSet>, form: Form) {
  const { page, set, nameOf } = await readSet(request)
  const choices = pathways.map((code) => ({ code, name: nameOf(code) }))
  return {
    page,
    set,
    form,
    pathways: choices,
    optionRows: spareOptions * 2,
    action: `/question-sets/${set.id}/questions`,
  }
}

async function editPage(request: FastifyRequest<OfQuestion>, form: Form) {
  const { page, set, question } = await readQuestionOf(request)
  const optionRows = hasOptions(question as Question) ? (question.options?.length ?? 0) + spareOptions : 0
  return { page, set, form, optionRows, action: `/question-sets/${set.id}/questions/${question.key}` }
}

interface OfSet {
  Params: { setId: string }
}
interface OfQuestion {
  Params: { setId: string; key: string }
}
