import { createTransport } from 'nodemailer'
import type { Deliver } from './send-mail.ts'

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
      await transport.sendMail({
        from: { name: 'Throughline', address: from },
        to,
        subject,
        text: body,
        headers,
        messageId,
      })
    },
    close: () => transport.close(),
  }
}
