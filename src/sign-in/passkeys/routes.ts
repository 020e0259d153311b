import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'
import {
  blankForm,
  type FormState,
  filledForm,
  readForm,
  text,
  typedText,
  withProblems,
} from '../../platform/web/form.ts'
import { ownPath } from '../back-path.ts'
import { getOwnAddressee } from '../queries/passwords.ts'
import { challengeToken, setChallengeCookie, setSessionCookie } from '../routes/cookies.ts'
import { originOf } from '../routes/origin.ts'
import { endPresent, signInPage } from '../routes/sessions.ts'
import { countTry } from '../tries.ts'
import { askForKnown, askForNew, type Place, placeOf } from './ceremonies.ts'
import { keepChallenge } from './challenges.ts'
import { addPasskey, removePasskey, renamePasskey } from './keep-passkeys.ts'
import { listOwnPasskeys, type Purpose } from './queries.ts'
import { signInByPasskey } from './use-passkey.ts'
import { PasskeysPage } from './views/passkeys.tsx'
import { RenamePage } from './views/rename.tsx'

const mostSaid = 20_000 // letters
const said = z.string({ error: 'passkey.wrong' }).min(1, 'passkey.wrong').max(mostSaid, 'passkey.wrong')
const passkeyName = text(60, { missing: 'passkey.name.missing', long: 'passkey.name.long' })
const newPasskey = z.object({ name: passkeyName, passkey: said })
const mostChallengesOfAddress = 150

interface OfPasskey {
  Params: { passkeyId: string }
}

const anyone = { config: { may: 'anyone' as const } }
const mine = { config: { may: 'signed-in', looks: 'none' as const, isOpenFirst: true } }
const mineProved = { config: { ...mine.config, asksAgain: true } }

/** Signing in by passkey, and keeping one's own. What is asked of a browser is JSON; the rest are forms like any other. */
export async function passkeyRoutes(app: FastifyInstance): Promise<void> {
  const { database } = app

  app.post('/sign-in/passkey/challenge', anyone, async (request, reply) => {
    const left = await countTry(database, { key: `challenges ${request.ip}`, most: mostChallengesOfAddress })
    if (left < 0) throw new Refusal('too many', 'sign-in.too-many-tries')
    return challenge(request, reply, 'sign-in', await askForKnown(getPlace(request)))
  })

  app.post('/sign-in/passkey', anyone, async (request, reply) => {
    const form = readForm(z.object({ passkey: said }), request.body)
    const back = ownPath(typedText(form, 'back'))
    const answer = form.valid && { place: getPlace(request), token: challengeToken(request), said: form.values.passkey }
    const token = answer && (await signInByPasskey(database, answer, originOf(request)))
    if (!token)
      return reply.status(422).page(await signInPage(request, { form: blankForm, back, isPasskeyWrong: true }))
    await endPresent(request)
    setSessionCookie(reply, token)
    return reply.redirect(back ?? '/sign-in', 303)
  })

  app.post('/session/proof/challenge', mine, async (request, reply) => {
    const present = await request.read(listOwnPasskeys)
    if (present.length === 0) throw new Refusal('not found', 'passkey.not-found')
    return challenge(request, reply, 'prove', await askForKnown(getPlace(request), present))
  })

  app.get<{ Querystring: { done?: string } }>('/account/passkeys', mine, async (request, reply) =>
    show(request, reply, filledForm({}), request.query.done),
  )

  app.post('/account/passkeys/challenge', mine, async (request, reply) => {
    const { present, owner } = await request.read(async (reading) => ({
      present: await listOwnPasskeys(reading),
      owner: await getOwnAddressee(reading),
    }))
    return challenge(request, reply, 'add', await askForNew(getPlace(request), owner, present))
  })

  app.post('/account/passkeys', mineProved, async (request, reply) => {
    const form = readForm(newPasskey, request.body)
    if (!form.valid) return show(request, reply.status(422), form)
    const { name, passkey } = form.values
    const answer = { place: getPlace(request), token: challengeToken(request), said: passkey }
    const isAdded = await request.change((change) => addPasskey(change, { ...answer, name }))
    if (isAdded) return reply.redirect('/account/passkeys?done=added', 303)
    return show(request, reply.status(422), withProblems(form, { field: 'name', message: 'passkey.wrong' }))
  })

  app.get<OfPasskey>('/account/passkeys/:passkeyId/name', mine, async (request, reply) => {
    const { id, name } = await getOwnPasskey(request)
    return reply.page(RenamePage({ page: request.page(), id, form: filledForm({ name }) }))
  })

  app.post<OfPasskey>('/account/passkeys/:passkeyId/name', mine, async (request, reply) => {
    const form = readForm(z.object({ name: passkeyName }), request.body)
    const { id } = await getOwnPasskey(request)
    if (!form.valid) return reply.status(422).page(RenamePage({ page: request.page(), id, form }))
    await request.change((change) => renamePasskey(change, id, form.values.name))
    return reply.redirect('/account/passkeys?done=renamed', 303)
  })

  app.post<OfPasskey>('/account/passkeys/:passkeyId/removal', mineProved, async (request, reply) => {
    await request.change((change) => removePasskey(change, request.params.passkeyId))
    return reply.redirect('/account/passkeys?done=removed', 303)
  })
}

/** @throws Refusal `passkey.no-place` where the site is reached by a number: passkeys belong to a name. */
function getPlace({ server }: FastifyRequest): Place {
  const place = placeOf(server.site.publicUrl)
  if (!place) throw new Refusal('not found', 'passkey.no-place')
  return place
}

async function challenge(
  { server, optionalActor }: FastifyRequest,
  reply: FastifyReply,
  purpose: Purpose,
  options: { challenge: string },
) {
  const accountId = purpose === 'sign-in' ? undefined : optionalActor?.userId
  const made = { challenge: options.challenge, purpose, accountId }
  setChallengeCookie(reply, await keepChallenge(server.database, made))
  return reply.send(options)
}

/** @throws Refusal `passkey.not-found` */
async function getOwnPasskey(request: FastifyRequest<OfPasskey>) {
  const found = (await request.read(listOwnPasskeys)).find(({ id }) => id === request.params.passkeyId)
  if (!found) throw new Refusal('not found', 'passkey.not-found')
  return found
}

async function show(request: FastifyRequest, reply: FastifyReply, form: FormState<unknown>, done?: string) {
  const passkeys = await request.read(listOwnPasskeys)
  const page = request.page()
  return reply.page(
    PasskeysPage({ page, passkeys, form, done, isPossible: Boolean(placeOf(request.server.site.publicUrl)) }),
  )
}
