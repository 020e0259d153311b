import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, filledForm, readForm, text, withProblems } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { adaptProgramme, mayKeep } from '../keep-programme.ts'
import { type PackageSession, type ProgrammePackage, packageSchema } from '../package/schema.ts'
import { getProgramme, type Programme } from '../queries.ts'
import { RulesPage } from '../views/rules-page.tsx'
import { SessionPage } from '../views/session-page.tsx'
import { keeps, type OfProgramme, reads } from './programmes.ts'

interface OfSession {
  Params: { programmeId: string; sessionKey: string }
}
const locale = z.enum(['en', 'it', 'nl'])
const linesOf = (missing: string) =>
  z
    .string({ error: missing })
    .transform((typed) =>
      typed
        .split(/\r?\n/)
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    )
    .pipe(z.array(z.string().max(300, 'session.line-long')).max(30, 'session.lines-many'))
const some = (missing: string) => linesOf(missing).refine((list) => list.length > 0, missing)
const sessionForm = z.object({
  version: z.coerce.number().int().catch(0),
  locale,
  title: text(300, { missing: 'session.title-missing', long: 'session.line-long' }),
  aims: some('session.aims-missing'),
  plan: some('session.plan-missing'),
  materials: linesOf('session.plan-missing'),
  takeAway: text(300, { missing: 'session.take-away-missing', long: 'session.line-long' }),
  isLikeSource: z.literal('yes').optional(),
})
const count = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'rules.number')
    .transform(Number)
    .refine((n) => n >= least && n <= most, 'rules.number')
const ageBox = z.union([z.literal('').transform(() => null), count(10, 120)], { error: 'rules.number' })
const rulesForm = z.object({
  version: z.coerce.number().int().catch(0),
  months: z.union([z.literal('').transform(() => null), count(1, 120)], { error: 'rules.number' }),
  ageFrom: ageBox,
  ageTo: ageBox,
  isSameWing: z.literal('yes').optional(),
  smallest: count(1, 60),
  largest: count(1, 60),
  completeAfter: count(1, 100),
})

/** Reading the plan of a session, and changing it or the rules in one's own programme. */
export async function adaptRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfSession>('/programmes/:programmeId/sessions/:sessionKey', reads, (request, reply) =>
    showSession(request, reply),
  )

  app.post<OfSession>('/programmes/:programmeId/sessions/:sessionKey', keeps, async (request, reply) => {
    const { programmeId, sessionKey } = request.params
    const form = readForm(sessionForm, request.body)
    if (!form.valid) return showSession(request, reply.status(422), form)
    await request.change(async (change) => {
      const programme = await getProgramme(change, programmeId)
      if (programme.version !== form.values.version) throw new Refusal('conflict', 'programme.changed')
      await adaptProgramme(change, programme, withSession(programme.package, sessionKey, form.values))
    })
    return reply.redirect(`/programmes/${programmeId}/sessions/${sessionKey}?locale=${form.values.locale}&done=1`, 303)
  })

  app.get<OfProgramme>('/programmes/:programmeId/rules', reads, (request, reply) => showRules(request, reply))

  app.post<OfProgramme>('/programmes/:programmeId/rules', keeps, async (request, reply) => {
    const form = readForm(rulesForm, request.body)
    if (!form.valid) return showRules(request, reply.status(422), form)
    const programme = await request.read((reading) => getProgramme(reading, request.params.programmeId))
    const adapted = packageSchema.safeParse(withRules(programme.package, form.values))
    if (!adapted.success) {
      const field = adapted.error.issues[0]?.path[0] === 'completeAfter' ? 'completeAfter' : 'smallest'
      return showRules(request, reply.status(422), withProblems(form, { field, message: `rules.${field}-wrong` }))
    }
    await request.change(async (change) => {
      if (programme.version !== form.values.version) throw new Refusal('conflict', 'programme.changed')
      await adaptProgramme(change, programme, adapted.data)
    })
    return reply.redirect(`/programmes/${programme.id}`, 303)
  })
}

/** The text of one language is rewritten: its revision rises, or is set level with the language that it was translated from. */
function withSession(
  edition: ProgrammePackage,
  key: string,
  { locale, isLikeSource, ...typed }: z.infer<typeof sessionForm>,
): ProgrammePackage {
  const sessions = edition.sessions.map((session) => {
    if (session.key !== key) return session
    const { version: _, ...said } = typed
    const source = session.texts[edition.sourceLanguage].revision
    const own = session.texts[locale].revision
    const revision = locale === edition.sourceLanguage ? own + 1 : isLikeSource ? source : Math.min(own, source)
    return { ...session, texts: { ...session.texts, [locale]: { ...said, revision } } }
  })
  return { ...edition, sessions }
}

function withRules(edition: ProgrammePackage, typed: z.infer<typeof rulesForm>): ProgrammePackage {
  const kept = edition.eligibility.filter(({ rule }) => !['RELEASE_WITHIN_MONTHS', 'AGE', 'SAME_WING'].includes(rule))
  const { months, ageFrom: from, ageTo: to, smallest, largest, completeAfter } = typed
  const eligibility: ProgrammePackage['eligibility'] = [
    ...(months ? [{ rule: 'RELEASE_WITHIN_MONTHS' as const, months }] : []),
    ...(typed.isSameWing ? [{ rule: 'SAME_WING' as const }] : []),
    ...(from !== null || to !== null ? [{ rule: 'AGE' as const, from, to }] : []),
    ...kept,
  ]
  return { ...edition, eligibility, completeAfter, composition: { ...edition.composition, smallest, largest } }
}

/** @throws Refusal `programme.not-found` */
export function sessionOf(programme: Programme, key: string): PackageSession {
  const session = programme.package.sessions.find((each) => each.key === key)
  if (!session) throw new Refusal('not found', 'programme.not-found')
  return session
}

/** The language that the address asks for, else the reader's. */
export const localeAsked = (request: FastifyRequest): Locale =>
  locale.catch(request.page().locale).parse((request.query as { locale?: unknown }).locale)

async function showSession(request: FastifyRequest, reply: FastifyReply, sent?: FormState<unknown>) {
  const { programmeId, sessionKey } = request.params as OfSession['Params']
  const programme = await request.read((reading) => getProgramme(reading, programmeId))
  const session = sessionOf(programme, sessionKey)
  const shown = locale.catch(localeAsked(request)).parse(sent?.typed['locale'])
  const { title, takeAway, ...lists } = session.texts[shown]
  const listed = Object.fromEntries(
    (['aims', 'plan', 'materials'] as const).map((name) => [name, lists[name].join('\n')]),
  )
  const form = sent ?? filledForm({ title, takeAway, ...listed })
  const isDone = (request.query as { done?: unknown }).done === '1'
  return reply.page(
    SessionPage({
      page: request.page(),
      programme,
      session,
      shown,
      form,
      mayKeep: mayKeep(request.actor, programme),
      isDone,
    }),
  )
}

async function showRules(request: FastifyRequest, reply: FastifyReply, sent?: FormState<unknown>) {
  const { programmeId } = request.params as OfProgramme['Params']
  const programme = await request.read((reading) => getProgramme(reading, programmeId))
  const { eligibility, composition, completeAfter } = programme.package
  const release = eligibility.find((each) => each.rule === 'RELEASE_WITHIN_MONTHS')
  const age = eligibility.find((each) => each.rule === 'AGE')
  const filled = filledForm({
    months: String(release?.months ?? ''),
    ageFrom: String(age?.from ?? ''),
    ageTo: String(age?.to ?? ''),
    ...(eligibility.some((each) => each.rule === 'SAME_WING') ? { isSameWing: 'yes' } : {}),
    smallest: String(composition.smallest),
    largest: String(composition.largest),
    completeAfter: String(completeAfter),
  })
  const mayChange = mayKeep(request.actor, programme)
  return reply.page(
    RulesPage({ page: request.page(), programme, form: sent ?? (mayChange ? filled : blankForm), mayKeep: mayChange }),
  )
}
