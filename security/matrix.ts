import { openSite, type Site } from '../src/platform/testing/site.ts'
import { openWorld, type World } from '../src/platform/testing/world.ts'
import { type Cast, gather } from './cast.ts'
import { type Planted, plant } from './planted.ts'
import { plantLater } from './planted-later.ts'

export interface Route {
  method: string
  url: string
}

/** A world with one planted case, everybody of the cast, and the site over it. */
export interface Matrix {
  world: World
  site: Site
  planted: Planted
  cast: Cast
  /** Every address of the registry that answers and ends; those that end a session come last. */
  routes: Route[]
  close(): Promise<void>
}

const endsSession = /^\/(sign-out|session|account\/(sessions|password))/ // asked last, or all that follow would ask as nobody
const endless = /\/live$|\/assets\/|\*/ // an open stream, and files that hold nothing of anybody

export async function openMatrix(): Promise<Matrix> {
  const world = await openWorld()
  const planted = await plant(world, await world.aWorkerAt('Author', { kind: 'prison' }))
  const site = await openSite(world)
  const cast = await gather(world, planted)
  await plantLater(world, planted, cast)
  const routes = site.routes
    .flatMap(({ method, url }) => [method].flat().map((verb) => ({ method: verb, url })))
    .filter(({ method, url }) => method !== 'HEAD' && !endless.test(url))
    .sort((a, b) => Number(endsSession.test(a.url)) - Number(endsSession.test(b.url)))
  const close = async () => {
    await site.close()
    await world.close()
  }
  return { world, site, planted, cast, routes, close }
}
