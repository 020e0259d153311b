import type { FastifyInstance } from 'fastify'
import { changeAccount, getAccount } from '../../agencies/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { locales } from '../../platform/words.ts'
import { localPath } from '../../sign-in/index.ts'

const year = 365 * 24 * 3600

interface Asked {
  Params: { locale: string }
  Querystring: { back?: string }
}

/** The language of this browser, and of who signed in. A link, so that it works without a script; asking twice does no more. */
export async function languageRoutes(app: FastifyInstance): Promise<void> {
  app.get<Asked>('/language/:locale', { config: { may: 'anyone' } }, async (request, reply) => {
    const locale = locales.find((each) => each === request.params.locale)
    if (!locale) throw new Refusal('not found', 'page.not-found')

    if (request.optionalActor) {
      const { userId } = request.optionalActor
      const account = await request.read((reading) => getAccount(reading, userId))
      if (account.locale !== locale) await request.change((change) => changeAccount(change, account, { locale }))
    }
    const secure = app.site.isSecure
    reply.setCookie('language', locale, { path: '/', maxAge: year, httpOnly: true, sameSite: 'lax', secure })
    return reply.redirect(localPath(request.query.back) ?? '/', 303)
  })
}
