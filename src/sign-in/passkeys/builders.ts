import type { Actor } from '../../platform/database.ts'
import type { Site } from '../../platform/testing/site.ts'
import type { World } from '../../platform/testing/world.ts'
import { aPasswordOf } from '../builders.ts'
import { aDevice, type Device, type Odd } from './device-builders.ts'

/** What a browser with a passkey does on a site. The site must have a name: `aNamedPlace`. */
export function passkeysOn(world: World, site: Site) {
  async function aWorkerWithPasskey(): Promise<{ worker: Actor; device: Device }> {
    const worker = await world.aWorkerAt('Prison')
    await aPasswordOf(world, worker)
    const device = aDevice()
    const added = await add(worker, device)
    if (added.statusCode !== 303) throw new Error(`The passkey was not added: ${added.statusCode}`)
    return { worker, device }
  }

  async function add(worker: Actor, device: Device, odd: Odd = {}, name = 'Work phone') {
    const { cookie, challenge } = await ask('/account/passkeys/challenge', worker)
    const passkey = device.make(challenge, odd)
    return site.post(worker, '/account/passkeys', { name, passkey }, { headers: { cookie } })
  }

  async function prove(worker: Actor, device: Device) {
    const { cookie, challenge } = await ask('/session/proof/challenge', worker)
    const form = { back: '/releases.csv', 'passkey-again': device.sign(challenge) }
    return site.post(worker, '/session/proof', form, { headers: { cookie } })
  }

  /** What the script does first. @returns the challenge, and the cookies that bind it. */
  async function ask(url = '/sign-in/passkey/challenge', worker?: Actor) {
    const answer = await site.post(worker, url, {})
    const bound = String([answer.headers['set-cookie']].flat()[0]).split(';')[0]!
    const cookie = worker ? `${await site.cookieFor(worker)}; ${bound}` : bound
    return { cookie, challenge: answer.json().challenge as string }
  }

  const answerWith = (cookie: string, passkey: string) =>
    site.post(undefined, '/sign-in/passkey', { passkey }, { headers: { cookie } })

  async function signIn(device: Device, odd: Odd = {}) {
    const { cookie, challenge } = await ask()
    return answerWith(cookie, device.sign(challenge, odd))
  }

  return { aWorkerWithPasskey, add, prove, ask, answerWith, signIn }
}
