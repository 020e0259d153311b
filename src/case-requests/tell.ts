import { postMail } from '../messages/index.ts'
import { config } from '../platform/config.ts'
import type { Change } from '../platform/database.ts'
import type { Jobs } from '../platform/jobs.ts'
import { type CaseRequest, findDesk, findWorker } from './queries.ts'
import { words } from './words.ts'

// A mail names nobody and says nothing of a case: it leads to the page.

/** Mails who asked what was answered. */
export async function mailAsker(
  change: Change,
  { id, accountId }: CaseRequest,
  what: 'granted' | 'declined',
): Promise<void> {
  const to = await findWorker(change, accountId)
  if (!to) return
  const say = words(to.locale)
  const mail = { subject: say('mail.subject'), body: say(`mail.${what}`, { link: linkTo(id) }) }
  await postMail(change, { to: to.email, accountId, locale: to.locale, ...mail })
}

/** Mails the agency that answers for the case, where there is one. May run twice: a second mail does no harm. */
export const caseRequestJobs: Jobs = {
  'tell-case-request': async ({ database, actor }, payload) => {
    const { requestId } = payload as { requestId: string }
    const desk = await database.read(actor, (reading) => findDesk(reading, requestId))
    if (!desk) return
    await database.change(actor, async (change) => {
      const say = words(desk.locale)
      const mail = { subject: say('mail.subject'), body: say('mail.asked', { link: linkTo(requestId) }) }
      await postMail(change, { to: desk.email, locale: desk.locale, ...mail })
      change.record({ name: 'case-request.told', subjectId: requestId, fieldGroup: 'administration' })
    })
  },
}

const publicUrl = () => config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}` // a job has no request to ask
const linkTo = (id: string) => `${publicUrl()}/case-requests/${id}`
