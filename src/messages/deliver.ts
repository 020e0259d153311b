import { createTransport } from 'nodemailer'
import type { Deliver } from './send-mail.ts'
import { NeverArrives } from './ways.ts'

const permanent = 500 // RFC 5321: another try will be answered the same

/**
 * What gives mails to a mail server.
 *
 * @param mailUrl - `smtp://user:password@host:port`; `?from=name@host` says who sends.
 * @param publicUrl - where the site is: its host sends when the url does not say.
 */
export function deliverTo(mailUrl: string, publicUrl: string): { deliver: Deliver; close(): void } {
  const url = new URL(mailUrl)
  const from = url.searchParams.get('from') ?? `no-reply@${new URL(publicUrl).hostname}`
  url.searchParams.delete('from')
  const transport = createTransport(url.href)
  return {
    async deliver({ id, to, subject, body, locale }) {
      const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale }
      const messageId = `<${id}@${new URL(publicUrl).hostname}>` // the same at a second sending, so a mailbox can tell
      const sent = transport.sendMail({
        from: { name: 'Throughline', address: from },
        to,
        subject,
        text: body,
        headers,
        messageId,
      })
      await sent.catch((error: Error & { responseCode?: number }) => {
        throw (error.responseCode ?? 0) >= permanent ? new NeverArrives(error.message, { cause: error }) : error
      })
      return undefined
    },
    close: () => transport.close(),
  }
}
