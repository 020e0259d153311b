import type { Actor } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Site } from '../../platform/testing/site.ts'
import type { World } from '../../platform/testing/world.ts'
import { aPasswordOf } from '../builders.ts'
import { aClient, aProvider, followUntil, type Person } from './provider-builders.ts'

interface AgencyWithProvider {
  administrator: Actor
  id: string
  desk: { person: Person }
  logoutTokenFor(sub: string, sid: string): Promise<string>
  close(): Promise<void>
}

/** Agencies whose workers come in through a provider, and what they do there. */
export function providersOn(world: World, site: Site) {
  async function anAgencyWithProvider(): Promise<AgencyWithProvider> {
    const administrator = await world.aWorkerAt('Council', { roles: ['ADMINISTRATOR'], name: 'Ada Minister' })
    const { agencyId: id } = administrator
    const here = `${site.app.site.publicUrl}/sign-in/agency/${id}`
    const { issuer, desk, logoutTokenFor, close } = await aProvider([`${here}/return`])
    const saved = await site.post(administrator, '/settings/sign-in/provider', {
      ...{ issuer, clientId: aClient.id, clientSecret: aClient.secret, emailDomains: 'agency.example' },
    })
    if (saved.statusCode !== 303) throw new Error(`The provider was not set: ${saved.body}`)
    return { administrator, id, desk, close, logoutTokenFor }
  }

  async function aWorkerOf(
    { administrator }: AgencyWithProvider,
    roles = ['WORKER'],
  ): Promise<{ worker: Actor; person: Person }> {
    const worker = await world.aColleagueOf(administrator, { roles })
    await aPasswordOf(world, worker)
    const email = `${newId()}@agency.example`
    await world.inspect('update account set email = $1 where id = $2', [email, worker.userId])
    return { worker, person: { sub: newId(), email } }
  }

  /** @param session - the cookie of who proves again who they are. */
  async function goAndComeBack(
    agency: AgencyWithProvider,
    person: Person,
    link = `/sign-in/agency/${agency.id}?back=/account`,
    session = '',
  ) {
    agency.desk.person = person
    const left = await site.get(undefined, link, { headers: { cookie: session } })
    const cookie = `${session}; ${String([left.headers['set-cookie']].flat()[0]).split(';')[0]!}`
    const back = await followUntil(String(left.headers.location), (url) => url.startsWith(site.app.site.publicUrl))
    return { cookie, url: back.slice(new URL(back).origin.length) }
  }

  async function comeIn(agency: AgencyWithProvider, person: Person) {
    const { cookie, url } = await goAndComeBack(agency, person)
    return site.get(undefined, url, { headers: { cookie } })
  }

  return { anAgencyWithProvider, aWorkerOf, goAndComeBack, comeIn }
}
