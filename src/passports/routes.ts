import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type CaseFrame, getCaseFrame, sees } from '../cases/index.ts'
import type { Look, Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { locales } from '../platform/words.ts'
import { codeFor } from './code-for.ts'
import { type Composed, composePassport } from './compose-passport.ts'
import { localeFor } from './default-locale.ts'
import type { PassportFacts } from './facts.ts'
import { issuePassport } from './issue-passport.ts'
import { printPassport } from './print-passport.ts'
import { getPassportFacts } from './queries/facts.ts'
import { findCaseByCode, getIssue } from './queries/issues.ts'
import { readCode } from './short-code.ts'
import { PassportPage } from './views/passport-page.tsx'

interface OfCase {
  Params: { caseId: string }
}

const newIssue = z.object({ language: z.enum(locales as ['en', 'it', 'nl']), size: z.enum(['A4', 'A5']) })
const parts = ['identity', 'contact', 'custody', 'needs', 'plan', 'referrals'] as const

export async function passportRoutes(app: FastifyInstance): Promise<void> {
  app.get<OfCase & { Querystring: { language?: string } }>(
    '/cases/:caseId/passport',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const { frame, facts } = await request.read((reading) => readPassport(reading, request.params.caseId, 'consult'))
      const page = request.page()
      if (!facts || frame.diedOn) return reply.page(PassportPage({ page, frame }))

      const locale = localeFor(facts, request.query.language)
      const [latest] = facts.issues
      const code = latest && codeFor(locale, app.site.publicUrl, latest.shortCode)
      const composed = composePassport(frame, facts, locale, page.now)
      return reply.page(PassportPage({ page, frame, shown: { ...composed, issues: facts.issues, code } }))
    },
  )

  app.post<OfCase>(
    '/cases/:caseId/passport',
    { config: { may: 'work on cases', looks: 'none' } },
    async (request, reply) => {
      const { caseId } = request.params
      const { language: locale, size } = readIssue(request.body)
      const issueId = await request.change((change) => issuePassport(change, { caseId, locale, size }))
      return reply.redirect(`/cases/${caseId}/passport/${issueId}.pdf`, 303)
    },
  )

  app.get<{ Params: { caseId: string; issueId: string } }>(
    '/cases/:caseId/passport/:issueId.pdf',
    { config: { may: 'see cases', looks: 'personal' } },
    async (request, reply) => {
      const { caseId, issueId } = request.params
      const pdf = await request.read(async (reading) => {
        const { locale, size, shortCode } = await getIssue(reading, caseId, issueId)
        const { composed } = await composeFor(reading, caseId, locale)
        const { publicUrl } = app.site
        return printPassport(composed.passport, { size, shortCode, publicUrl, printedAt: reading.now })
      })
      return reply.type('application/pdf').header('content-disposition', 'inline; filename="passport.pdf"').send(pdf)
    },
  )

  app.get<{ Params: { code: string } }>(
    '/p/:code',
    { config: { may: 'signed-in', looks: 'none' } },
    async (request, reply) => {
      const caseId = await request.read((reading) => findCaseByCode(reading, readCode(request.params.code)))
      if (!caseId) throw new Refusal('not found', 'passport.not-found')
      return reply.redirect(`/cases/${caseId}`, 303)
    },
  )
}

/** Two statements. Without sight of the plan there is no passport, only the place where it would be. */
async function readPassport(
  reading: Reading,
  caseId: string,
  action: Look['action'],
): Promise<{ frame: CaseFrame; facts?: PassportFacts }> {
  const frame = await getCaseFrame(reading, caseId)
  const look = { action, personIds: [frame.personId], caseIds: [caseId] }
  if (!sees(frame, 'plan')) {
    reading.look({ ...look, fieldGroups: ['identity'] })
    return { frame }
  }

  reading.look({ ...look, fieldGroups: parts.filter((part) => sees(frame, part)) })
  return { frame, facts: await getPassportFacts(reading, caseId) }
}

async function composeFor(
  reading: Reading,
  caseId: string,
  locale: PassportFacts['locale'],
): Promise<{ composed: Composed }> {
  const { frame, facts } = await readPassport(reading, caseId, 'print')
  if (frame.diedOn) throw new Refusal('conflict', 'passport.person-died')
  if (!facts) throw new Refusal('not allowed', 'passport.plan-not-seen')
  return { composed: composePassport(frame, facts, locale, reading.now) }
}

/** Both choices are made by our own page and always there: another value was not typed by anybody. */
function readIssue(body: unknown): z.infer<typeof newIssue> {
  const read = newIssue.safeParse(body)
  if (!read.success) throw new Refusal('not allowed', 'request.unreadable')
  return read.data
}
