import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { listColleagues } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Reading } from '../../platform/database.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm, text, withProblems } from '../../platform/web/form.ts' // biome-ignore format: one line
import { addMentor, changeProfile, changeScheme, letMentorGo, moveMentor } from '../keep-mentor.ts'
import { genders, origins, stages } from '../kinds.ts'
import { countWays, listEntries } from '../queries/entries.ts'
import { listMatches } from '../queries/matches.ts'
import { getMentor, listMentors, type Mentor, readScheme } from '../queries/mentors.ts'
import { listSessionsOfMentor } from '../queries/sessions.ts'
import { listStandards } from '../queries/standards.ts'
import { listWaiting } from '../queries/wishes.ts'
import { MentorPage } from '../views/mentor-page.tsx'
import { MentorsPage } from '../views/mentors-page.tsx'
import { MentorFormPage } from '../views/new-mentor-page.tsx'
import { SchemePage } from '../views/scheme-page.tsx'
import { changes, commaList, doneOf, likeness, type OfMentor, pathways, runs, sees, seesNobody, weekdays } from './show.ts' // biome-ignore format: one line

const shownSessions = 20
const whole = (least: number, most: number, message: string) =>
  z.string({ error: message }).trim().regex(/^\d{1,4}$/, message).transform(Number).pipe(z.number().min(least, message).max(most, message)) // biome-ignore format: one line
const profile = {
  ...likeness,
  places: commaList,
  experience: pathways,
  weekdays,
  mostMentees: whole(0, 20, 'problem.most'),
}
const newMentor = z.object({
  name: text(120, { missing: 'problem.name', long: 'problem.name' }),
  gender: z.enum(genders, { error: 'problem.choose' }),
  cameFrom: z.enum(origins, { error: 'problem.choose' }),
  ...profile,
})
const version = z.coerce.number().int().min(0).catch(0)
const changedProfile = z.object({ version, ...profile })
const account = z.union([z.literal(''), z.uuid()]).transform((id) => id || null)
const standing = z.object({ version, stage: z.enum(stages), supervisorId: account, accountId: account })
const scheme = z.object({ hours: whole(1, 1000, 'problem.number'), lapseAfterDays: whole(3, 180, 'problem.number') })

/** Mentors: the list, taking somebody in, one's file, and moving them along. */
export async function mentorPageRoutes(app: FastifyInstance): Promise<void> {
  app.get('/mentors', sees, async (request, reply) => {
    const shown = await request.read(async (reading) => {
      const matches = await listMatches(reading, dayAt(reading.now))
      const waiting = await listWaiting(reading)
      const about = [...matches, ...waiting]
      reading.look({ action: 'consult', personIds: [...new Set(about.map(({ personId }) => personId))], fieldGroups: ['mentoring'] }) // biome-ignore format: one line
      return {
        mentors: await listMentors(reading),
        matches,
        waiting: waiting.length,
        scheme: await readScheme(reading),
        ways: request.actor.may.has('run mentoring') ? await countWays(reading) : [],
      }
    })
    return reply.page(MentorsPage({ page: request.page(), ...shown, mayRun: request.actor.may.has('run mentoring') }))
  })

  app.get('/mentors/new', runs, (request, reply) =>
    reply.page(MentorFormPage({ page: request.page(), form: filledForm({ mostMentees: '2', prefers: 'ANY' }) })),
  )

  app.post('/mentors', runs, async (request, reply) => {
    const form = readForm(newMentor, request.body)
    if (!form.valid) return reply.status(422).page(MentorFormPage({ page: request.page(), form }))
    const id = await request.change((change) => addMentor(change, form.values))
    return reply.redirect(`/mentors/${id}?done=saved`, 303)
  })

  app.get('/mentors/scheme', runs, async (request, reply) => {
    const kept = await request.read(readScheme)
    const typed = { hours: String(kept.trainingTargetInMinutes / 60), lapseAfterDays: String(kept.lapseAfterDays) }
    return reply.page(SchemePage({ page: request.page(), form: filledForm(typed) }))
  })

  app.post('/mentors/scheme', runs, async (request, reply) => {
    const form = readForm(scheme, request.body)
    if (!form.valid) return reply.status(422).page(SchemePage({ page: request.page(), form }))
    const { hours, lapseAfterDays } = form.values
    await request.change((change) => changeScheme(change, { trainingTargetInMinutes: hours * 60, lapseAfterDays }))
    return reply.redirect('/mentors', 303)
  })

  app.get<OfMentor>('/mentors/:mentorId', sees, (request, reply) => showMentor(request, reply, request.params.mentorId))

  app.get<OfMentor>('/mentors/:mentorId/profile', seesNobody, async (request, reply) => {
    const mentor = await request.read((reading) => getMentor(reading, request.params.mentorId))
    return reply.page(MentorFormPage({ page: request.page(), of: mentor, form: filledForm(typedProfile(mentor)) }))
  })

  app.post<OfMentor>('/mentors/:mentorId/profile', changes, async (request, reply) => {
    const { mentorId } = request.params
    const form = readForm(changedProfile, request.body)
    if (!form.valid) {
      const of = await request.read((reading) => getMentor(reading, mentorId))
      return reply.status(422).page(MentorFormPage({ page: request.page(), of, form }))
    }
    await request.change((change) => changeProfile(change, mentorId, form.values.version, form.values))
    return reply.redirect(`/mentors/${mentorId}?done=saved`, 303)
  })

  app.post<OfMentor>('/mentors/:mentorId/standing', runs, async (request, reply) => {
    const { mentorId } = request.params
    const form = readForm(standing, request.body)
    if (!form.valid) throw new Refusal('unreadable', 'request.unreadable')
    try {
      await request.change((change) => moveMentor(change, mentorId, form.values.version, form.values))
    } catch (error) {
      const problem = error instanceof Refusal && mendable[error.code]
      if (!problem) throw error
      return showMentor(request, reply.status(422), mentorId, withProblems(form, problem))
    }
    return reply.redirect(`/mentors/${mentorId}?done=saved`, 303)
  })

  app.post<OfMentor>('/mentors/:mentorId/leaving', runs, async (request, reply) => {
    const { mentorId } = request.params
    const form = readForm(z.object({ why: text(300, { missing: 'problem.words', long: 'problem.long' }) }), request.body) // biome-ignore format: one line
    if (!form.valid) return showMentor(request, reply.status(422), mentorId, form)
    await request.change((change) => letMentorGo(change, mentorId, dayAt(change.now), form.values.why))
    return reply.redirect(`/mentors/${mentorId}?done=saved`, 303)
  })
}

const mendable: Record<string, { field: string; message: string }> = {
  'mentor.not-vetted': { field: 'stage', message: 'problem.not-vetted' },
  'mentor.own-supervisor': { field: 'supervisorId', message: 'problem.own-supervisor' },
}

const typedProfile = (mentor: Mentor) => ({
  prefers: mentor.prefers,
  places: mentor.places.join(', '),
  languages: mentor.languages.join(', '),
  interests: [...mentor.interests],
  experience: [...mentor.experience],
  weekdays: mentor.weekdays.map(String),
  mostMentees: String(mentor.mostMentees),
})

/** The file of a mentor, with a form of it as it was typed. */
export async function showMentor(
  request: FastifyRequest,
  reply: FastifyReply,
  mentorId: string,
  form: FormState<unknown> = blankForm,
) {
  // biome-ignore format: one line
  const { actor } = request
  const mayRun = actor.may.has('run mentoring')
  const shown = await request.read(async (reading) => readFile(reading, mentorId, mayRun))
  const isOwn = shown.mentor.accountId === actor.userId
  const supervises = shown.mentor.supervisorId === actor.userId
  const more = { isOwn, supervises, mayRun, form, done: doneOf(request.query), userId: actor.userId }
  return reply.page(MentorPage({ page: request.page(), ...shown, ...more }))
}

async function readFile(reading: Reading, mentorId: string, mayRun: boolean) {
  const mentor = await getMentor(reading, mentorId)
  const matches = await listMatches(reading, dayAt(reading.now), mentorId)
  const sessions = await listSessionsOfMentor(reading, mentorId, shownSessions)
  reading.look({ action: 'consult', personIds: [...new Set(matches.map(({ personId }) => personId))], fieldGroups: ['mentoring'] }) // biome-ignore format: one line
  const accounts = mayRun ? await listColleagues(reading, reading.actor.agencyId) : []
  const of = { entries: await listEntries(reading, mentorId), scheme: await readScheme(reading) }
  return { mentor, matches, sessions, accounts, ...of, standards: await listStandards(reading) }
}
