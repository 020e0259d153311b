import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readDay } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, optionalText, readForm, text, withProblems } from '../../platform/web/form.ts'
import { addEntry, endEntry } from '../keep-mentor.ts'
import { backgrounds, entryKinds, proofs, vettings, ways } from '../kinds.ts'
import type { NewEntry } from '../queries/entries.ts'
import { insertStandard, listStandards, readEvidence, updateRemoved } from '../queries/standards.ts'
import { EvidencePage } from '../views/evidence-page.tsx'
import { showMentor } from './mentors.ts'
import { changes, type OfMentor, pastDay, runs } from './show.ts'

const entry = z.object({
  kind: z.enum(entryKinds, { error: 'problem.choose' }),
  vetting: z.union([z.literal(''), z.enum(vettings)]).catch(''),
  background: z.union([z.literal(''), z.enum(backgrounds)]).catch(''),
  way: z.union([z.literal(''), z.enum(ways)]).catch(''),
  words: optionalText(2000, 'problem.long'),
  minutes: z.string().trim().default(''),
  standardId: z.union([z.literal(''), z.uuid()]).catch(''),
})
const standard = z.object({
  title: text(160, { missing: 'problem.words', long: 'problem.long' }),
  asks: optionalText(600, 'problem.long'),
  words: optionalText(2000, 'problem.long'),
  shownBy: z.preprocess((typed) => [typed ?? []].flat(), z.array(z.string()).transform((all) => proofs.filter((proof) => all.includes(proof)))), // biome-ignore format: one line
})

/** What is added to the file of a mentor, and what the accreditation asks. */
export async function entryRoutes(app: FastifyInstance): Promise<void> {
  app.post<OfMentor>('/mentors/:mentorId/entries', changes, async (request, reply) => {
    const { mentorId } = request.params
    const form = readEntry(request.body, app.database.clock.now())
    if (!form.valid) return showMentor(request, reply.status(422), mentorId, form)
    await request.change((change) => addEntry(change, mentorId, form.values))
    return reply.redirect(`/mentors/${mentorId}?done=saved`, 303)
  })

  app.post<{ Params: { entryId: string } }>('/mentors/entries/:entryId/end', changes, async (request, reply) => {
    const form = readForm(z.object({ words: optionalText(500, 'problem.long') }), request.body)
    const words = form.valid ? form.values.words : ''
    const mentorId = await request.change((change) => endEntry(change, request.params.entryId, words))
    return reply.redirect(`/mentors/${mentorId}?done=saved`, 303)
  })

  app.get('/mentors/evidence', runs, async (request, reply) => {
    const shown = await request.read(async (reading) => ({
      standards: await listStandards(reading),
      evidence: await readEvidence(reading),
    }))
    return reply.page(EvidencePage({ page: request.page(), ...shown, form: blankForm }))
  })

  app.post('/mentors/evidence', runs, async (request, reply) => {
    const form = readForm(standard, request.body)
    if (!form.valid) {
      const shown = await request.read(async (reading) => ({
        standards: await listStandards(reading),
        evidence: await readEvidence(reading),
      }))
      return reply.status(422).page(EvidencePage({ page: request.page(), ...shown, form }))
    }
    await request.change(async (change) => {
      const id = newId()
      await insertStandard(change, id, form.values)
      change.record({ name: 'mentoring.standard-added', subjectId: id, fieldGroup: 'administration' })
    })
    return reply.redirect('/mentors/evidence', 303)
  })

  app.post<{ Params: { standardId: string } }>(
    '/mentors/evidence/:standardId/removal',
    runs,
    async (request, reply) => {
      const { standardId } = request.params
      await request.change(async (change) => {
        if (!(await updateRemoved(change, standardId))) throw new Refusal('not found', 'mentoring.no-standard')
        change.record({ name: 'mentoring.standard-removed', subjectId: standardId, fieldGroup: 'administration' })
      })
      return reply.redirect('/mentors/evidence', 303)
    },
  )
}

function readEntry(body: unknown, now: Date): FormState<NewEntry> {
  const form = readForm(entry, body)
  const on = pastDay(form, 'on', now)
  const untilOn = readDay(form, 'until')
  const problems = 'problem' in on ? [on.problem] : []
  const happenedOn = 'day' in on ? on.day : ''
  if (untilOn === undefined || (untilOn && untilOn < happenedOn)) problems.push({ field: 'until', message: 'problem.until' }) // biome-ignore format: one line
  if (!form.valid) return withProblems({ valid: false, typed: form.typed, problems: form.problems }, ...problems)

  const { kind, vetting, background, way, words, minutes: typed, standardId } = form.values
  const isTimed = kind === 'TRAINING' || kind === 'SUPERVISION'
  const minutes = isTimed ? Number(typed) : null
  if (minutes !== null && !(Number.isInteger(minutes) && minutes >= 5 && minutes <= 1440))
    problems.push({ field: 'minutes', message: 'problem.minutes' })
  const code = { VETTING: vetting, BACKGROUND: background, PROGRESS: way, TRAINING: '', SUPERVISION: '', GOAL: '' }[
    kind
  ]
  if (kind === 'VETTING' && !code) problems.push({ field: 'vetting', message: 'problem.choose' })
  if (kind === 'BACKGROUND' && !code) problems.push({ field: 'background', message: 'problem.choose' })
  if (kind === 'PROGRESS' && !code) problems.push({ field: 'way', message: 'problem.choose' })
  if ((isTimed || kind === 'GOAL') && !words) problems.push({ field: 'words', message: 'problem.words' })
  if (problems.length > 0) return withProblems({ valid: false, typed: form.typed, problems: [] }, ...problems)
  const values = { kind, code, happenedOn, untilOn: untilOn ?? null, minutes, words, standardId: standardId || null }
  return { valid: true, typed: form.typed, problems: [], values }
}
