import { randomUUID } from 'node:crypto'
import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import type { CallForm } from './call-form.ts'
import { openHelpline } from './keep-line.ts'
import { beginCall } from './take-call.ts'
import { signedBySwitch } from './telephony/switch-key.ts'
import { writeUpCall } from './write-up-call.ts'

const operators = { roles: ['OPERATOR'], may: ['see the helpline', 'answer the helpline'] }
const managers = { roles: ['MANAGER'], may: ['see cases', 'work on cases', 'see the helpline', 'run a helpline', 'keep helpline numbers'] } // biome-ignore format: one line

export interface Night {
  lineId: string
  manager: Actor
  operator: Actor
  other: Actor
}

/** A charity with a line, a manager and two operators, who belong to no audience. */
export async function aLine(world: World): Promise<Night> {
  const manager = await world.aWorkerAt('Riverside Mentoring', { kind: 'charity', name: 'Mary Okoro', ...managers })
  const anOperator = async (name: string) => {
    const made = await world.aColleagueOf(manager, { name, ...operators })
    return { ...made, audiences: [] }
  }
  const [operator, other] = [await anOperator('Olu Adeyemi'), await anOperator('Pia Rossi')]
  const lineId = await world.database.change(manager, (change) =>
    openHelpline(change, { name: 'Night line', phone: '0800 496 0100' }),
  )
  return { lineId, manager, operator, other }
}

/** Somebody of a prison, whom the charity supports: a referral that it said yes to. */
export async function aSupportedPerson(
  world: World,
  prison: Actor,
  charity: Actor,
  name: { givenName: string; familyName: string },
): Promise<BuiltCase> {
  const built = await aCase(world, prison, name)
  await world.insert(
    `insert into case_party (case_id, agency_id, relationship, cause_id, since_on, owner_agency_id) values ($1, $2, 'ACCEPTED', $3, '2026-01-01', $2)`,
    [built.id, charity.agencyId, randomUUID()],
  )
  return built
}

const quiet: CallForm = {
  who: 'ANONYMOUS',
  callerName: '',
  feeling: 'LOW',
  words: '',
  risk: 'NONE',
  did: [],
  passedTo: [],
  agreed: '',
  when: 'NO',
  at: '',
  phone: '',
  backWords: '',
  toAccountId: '',
  handWords: '',
}

/** A call that is taken and written up. Says only what the test cares about. @returns its id. */
export async function aCall(
  world: World,
  { lineId, operator }: Pick<Night, 'lineId' | 'operator'>,
  said: Partial<CallForm> = {},
): Promise<string> {
  const id = await world.database.change(operator, (change) => beginCall(change, lineId))
  await world.database.change(operator, (change) =>
    writeUpCall(change, id, { ...quiet, ...said }, said.words ?? 'Call'),
  )
  return id
}

/** A telephone system in the place of a real one: signs what it says, as the site's address for it wants. */
export function aSwitchboard(lineId: string, secret: string) {
  let count = 0
  return (
    event: 'ringing' | 'answered' | 'ended',
    call: string,
    at: Date,
    { from = '', id = `msg_${count++}`, sentAt = at } = {},
  ) => {
    const payload = JSON.stringify({ event: `call.${event}`, call, at: at.toISOString(), ...(from && { from }) })
    return {
      method: 'POST' as const,
      url: `/helpline-telephony/${lineId}`,
      headers: { 'content-type': 'application/json', ...signedBySwitch(secret, id, sentAt, payload) },
      payload,
    }
  }
}
