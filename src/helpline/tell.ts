import { postMail } from '../messages/index.ts'
import { config } from '../platform/config.ts'
import type { Change } from '../platform/database.ts'
import type { ToTell } from './queries/call-backs.ts'
import { words } from './words.ts'

/** Writes to somebody of a line that a call-back is due, for boards that are closed. Nobody who called is named. */
export async function tellOfCallBack(change: Change, to: ToTell): Promise<void> {
  const say = words(to.locale)
  const link = `${config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`}/helpline`
  const what = to.isLate ? 'late' : 'due'
  const text = { subject: say(`mail.${what}-subject`, { line: to.lineName }), body: say('mail.body', { name: to.name, line: to.lineName, link }) } // biome-ignore format: one line
  await postMail(change, { to: to.email, accountId: to.accountId, locale: to.locale, ...text })
}
