import { postMail } from '../messages/index.ts'
import { config } from '../platform/config.ts'
import type { Change } from '../platform/database.ts'
import { listToTell } from './queries.ts'
import { words } from './words.ts'

/** Mails the other agencies that worked on a case: it names nobody, and leads to the list. */
export async function tellAgencies(change: Change, caseId: string): Promise<void> {
  const publicUrl = config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`
  for (const { email: to, locale } of await listToTell(change, caseId)) {
    const say = words(locale)
    const body = say('mail.body', { link: `${publicUrl}/ended-cases` })
    await postMail(change, { to, locale, subject: say('mail.subject'), body })
  }
}
