import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse, RouteOptions } from 'fastify'
import { buildSite } from '../../site.ts'
import { type Capability, loadCapabilities } from '../capability.ts'
import { config } from '../config.ts'
import type { Actor } from '../database.ts'
import { prepareAssets } from '../web/assets.ts'
import type { World } from './world.ts'

/** The whole site over a world, asked as a browser would ask it: with a real session's cookie. */
export interface Site {
  app: FastifyInstance
  /** Every route that a capability registered, with what it says of itself. */
  routes: RouteOptions[]
  get(actor: Actor | undefined, url: string, options?: InjectOptions): Promise<LightMyRequestResponse>
  /** Sends a form. A list is sent as several fields of one name. */
  post(actor: Actor | undefined, url: string, form: Form, options?: InjectOptions): Promise<LightMyRequestResponse>
  /** `session=TOKEN`, of a session that is opened for the actor at the world's time. */
  cookieFor(actor: Actor): Promise<string>
  /** Listens on a free port. @returns the address, such as http://127.0.0.1:40123 */
  listen(): Promise<string>
  close(): Promise<void>
}

type Form = Record<string, string | string[]>

export async function openSite(world: World): Promise<Site> {
  const routes: RouteOptions[] = []
  const capabilities = listing(routes, await loadCapabilities())
  const assets = await prepareAssets(`${config.DATA_DIR}/assets`)
  const found = {
    app: world.appUrl,
    owner: '',
    worker: '',
    person: '',
    family: '',
    mentor: '',
    readonly: '',
    auditor: '',
    backup: '',
    identityKey: Buffer.alloc(0),
    isEmbedded: true,
    stop: async () => {},
  }
  const app = await buildSite({ config, database: world.database, found }, capabilities, assets)
  await app.ready()
  const cookies = new Map<string, string>()

  const cookieFor = async ({ userId }: Actor) => {
    const known = cookies.get(userId)
    if (known) return known
    const token = randomUUID()
    await world.insert(
      `insert into session (token_hash, account_id, started_at, seen_at, ends_at) values (sha256(convert_to($1, 'UTF8')), $2, $3, $3, $4)`,
      [token, userId, world.time.now, new Date(world.time.now.getTime() + 36_000_000)],
    )
    cookies.set(userId, `session=${token}`)
    return `session=${token}`
  }
  const headersFor = async (actor: Actor | undefined) => (actor ? { cookie: await cookieFor(actor) } : {})

  return {
    app,
    routes,
    cookieFor,
    async get(actor, url, options = {}) {
      return app.inject({ method: 'GET', url, headers: { ...(await headersFor(actor)), ...options.headers } })
    },
    async post(actor, url, form, options = {}) {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form)) for (const each of [value].flat()) body.append(name, each)
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        ...(await headersFor(actor)),
        ...options.headers,
      }
      return app.inject({ method: 'POST', url, headers, payload: body.toString() })
    },
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    close: () => app.close(),
  }
}

/** The same capabilities, which write down the routes that they register. */
function listing(found: RouteOptions[], capabilities: Map<string, Capability>): Map<string, Capability> {
  const listed = [...capabilities].map(([name, capability]): [string, Capability] => {
    const { routes } = capability
    if (!routes) return [name, capability]
    const written = async (app: FastifyInstance) => {
      app.addHook('onRoute', (route) => void found.push(route))
      await routes(app)
    }
    return [name, { ...capability, routes: written }]
  })
  return new Map(listed)
}
