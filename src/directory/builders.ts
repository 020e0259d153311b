import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { addService } from './keep-service.ts'
import type { ServiceFields } from './listed-service.ts'

/** A service that takes everybody, unless the test says otherwise. Added by a manager of its agency. */
export function aService(world: World, keeper: Actor, fields: Partial<ServiceFields> = {}): Promise<string> {
  return world.database.change(keeper, (change) =>
    addService(change, keeper.agencyId, someService(keeper.agencyName, fields)),
  )
}

/** A service of a small provider who has no account here, and answers by a link. Added by a coordinator. */
export function aServiceWithoutAccount(
  world: World,
  coordinator: Actor,
  fields: Partial<ServiceFields> = {},
): Promise<string> {
  const small = { providerEmail: 'small@example.org', ...fields }
  return world.database.change(coordinator, (change) => addService(change, null, someService('Small Provider', small)))
}

/** What an entry may say. */
export function someService(providerName: string, fields: Partial<ServiceFields> = {}): ServiceFields {
  return {
    providerName,
    providerEmail: '',
    providerPhone: '01632 960000',
    name: `Rooms of ${providerName}`,
    plainWords: 'A room for you.',
    type: 'ACCOMMODATION',
    pathways: ['ACCOMMODATION'],
    place: 'Mill Lane, Wexley',
    isInPrison: false,
    prisons: [],
    areas: [],
    eligibility: { sexes: [], minAge: null, maxAge: null, onLicence: null, languages: [], accessNeeds: [] },
    offers: [],
    unit: 'BEDS',
    capacity: 12,
    placesFree: 1,
    waitInDays: null,
    leadTimeInDays: null,
    openingHours: 'Monday to Friday, 09:00 to 17:00',
    contact: 'The duty worker',
    closedUntilOn: null,
    ...fields,
  }
}
