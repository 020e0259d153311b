import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readIdentifier } from '../../people/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { Refusal } from '../../platform/refusal.ts'
import { blankForm, type FormState, optionalText, readForm, text, withProblems } from '../../platform/web/form.ts'
import { countTry } from '../../sign-in/index.ts'
import { arrive, enterScreen, leaveScreen, readScreen } from '../queries/screens.ts'
import { hashOf, newScreenToken } from '../screen-codes.ts'
import { KioskPage, NumberPage } from '../views/kiosk-page.tsx'
import { EnterScreenPage, WallPage, wallFragment } from '../views/wall-page.tsx'
import { pageOf, screenOf } from './screen-session.ts'

const forScreens = { config: { may: 'anyone' } } as const // the functions ask for the screen's token, and give out no name
const mostTriesOfPlace = 15 // in 15 minutes, fewer than the twenty wrong ones that end every screen which waits (sight/functions.sql)
const secondsOfNumber = 20
const secondsOfKiosk = 90
const secondsOfWall = 30

const enterForm = z.object({ code: text(20, { missing: 'enter.code-missing', long: 'enter.wrong' }) })
const hereForm = z.object({
  firstName: text(40, { missing: 'kiosk.name-missing', long: 'kiosk.name-long' }),
  number: optionalText(20, 'kiosk.number-wrong'),
  deskId: z.uuid('kiosk.desk-missing'),
})

/** Kiosk and wall screen, on a login that can read no table. */
export async function screenRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app
  const { cookie, options, tokenOf, comesAnew } = screenOf(app)
  const shownTo = (request: FastifyRequest) => readScreen(database, tokenOf(request), today())
  const today = () => dayAt(database.clock.now())

  app.get('/screens', forScreens, (request, reply) =>
    reply.page(EnterScreenPage({ page: pageOf(request), form: blankForm })),
  )

  app.post('/screens', forScreens, async (request, reply) => {
    const form = readForm(enterForm, request.body)
    if (!form.valid) return reply.status(422).page(EnterScreenPage({ page: pageOf(request), form }))
    if ((await countTry(database, { key: `screens ${request.ip}`, most: mostTriesOfPlace })) < 0) {
      throw new Refusal('too many', 'screen.too-many-tries')
    }
    // A worker's own pages must not be one step behind a screen that everybody can touch.
    const isWorkerHere = request.optionalActor !== undefined
    const token = newScreenToken()
    const code = hashOf(form.values.code.replace(/\D/g, ''))
    const kind = isWorkerHere ? undefined : await enterScreen(database, code, hashOf(token))
    if (!kind) {
      const problem = { field: 'code', message: isWorkerHere ? 'enter.worker-here' : 'enter.wrong' }
      return reply.status(422).page(EnterScreenPage({ page: pageOf(request), form: withProblems(form, problem) }))
    }
    return reply.setCookie(cookie, token, options).redirect(kind === 'KIOSK' ? '/screens/kiosk' : '/screens/wall', 303)
  })

  app.get('/screens/kiosk', forScreens, (request, reply) => showKiosk(request, reply, blankForm))

  app.post('/screens/kiosk', forScreens, async (request, reply) => {
    const form = readForm(hereForm, request.body)
    if (!form.valid) return showKiosk(request, reply.status(422), form)
    const { firstName, deskId, number } = form.values
    const { canonical, problem } = readIdentifier('PRISON_NUMBER', number, database.clock.now().getUTCFullYear())
    if (number && problem === 'malformed') {
      return showKiosk(
        request,
        reply.status(422),
        withProblems(form, { field: 'number', message: 'kiosk.number-wrong' }),
      )
    }
    const given = await arrive(database, tokenOf(request), today(), {
      deskId,
      firstName,
      prisonNumber: number ? canonical : '',
    })
    if (given === undefined) return reply.redirect('/screens', 303)
    comesAnew(reply, secondsOfNumber, '/screens/kiosk')
    return reply.page(NumberPage({ page: pageOf(request), number: given }))
  })

  app.get('/screens/wall', forScreens, async (request, reply) => {
    const shown = await shownTo(request)
    if (!shown) return reply.redirect('/screens', 303)
    comesAnew(reply, secondsOfWall, '/screens/wall')
    return reply.page(WallPage({ page: { ...pageOf(request), liveUrl: '/screens/live' }, shown }))
  })

  app.get('/screens/wall/part', forScreens, async (request, reply) => {
    const shown = await shownTo(request)
    if (!shown) return reply.redirect('/screens', 303)
    return reply.type('text/html; charset=utf-8').send(`${await wallFragment({ page: pageOf(request), shown })}`)
  })

  app.post('/screens/end', forScreens, async (request, reply) => {
    await leaveScreen(database, tokenOf(request))
    return reply.clearCookie(cookie, options).redirect('/screens', 303)
  })

  async function showKiosk(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>) {
    const shown = await shownTo(request)
    if (!shown) return reply.redirect('/screens', 303)
    // Nothing that somebody typed stays for the next one.
    if (request.method === 'POST') comesAnew(reply, secondsOfKiosk, '/screens/kiosk')
    return reply.page(KioskPage({ page: pageOf(request), shown, form }))
  }
}
