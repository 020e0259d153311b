import { aCase, type BuiltCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { addEntry, addMentor, moveMentor } from './keep-mentor.ts'
import { answerAsMentor, answerForPerson, askForMentor, proposeMatch, signRisk } from './match-people.ts'
import { getMentor } from './queries/mentors.ts'

export const aCharity = (world: World, name = 'Second Step') =>
  world.aWorkerAt(name, { kind: 'charity', roles: ['MANAGER'], name: 'Dee Parry' })

/** A vetted mentor of the manager's charity who signs in. Says only what the test cares about. */
export async function aMentor(
  world: World,
  manager: Actor,
  { name = 'Rosa Lind', ...of }: Partial<typeof usual> & { name?: string } = {},
) {
  const colleague = await world.aColleagueOf(manager, { roles: ['MENTOR'], name, may: ['mentor people', 'see mentors', 'claim expenses'] }) // biome-ignore format: one line
  const actor = { ...colleague, audiences: [] } // as sign-in has it: who sees no case belongs to no audience
  const mentorId = await world.database.change(manager, async (change) => {
    const id = await addMentor(change, { ...usual, ...of, name })
    const vetting = {
      kind: 'VETTING',
      code: 'CRIMINAL_RECORD',
      happenedOn: '2026-01-05',
      untilOn: '2027-01-04',
    } as const
    await addEntry(change, id, { ...vetting, minutes: null, words: '', standardId: null })
    const { version } = await getMentor(change, id)
    await moveMentor(change, id, version, { stage: 'MENTOR', supervisorId: manager.userId, accountId: actor.userId })
    return id
  })
  return { actor, mentorId }
}

const usual = {
  ...({ gender: 'WOMAN', cameFrom: 'PROGRAMME', prefers: 'ANY' } as const),
  ...{ places: ['Wexley'], languages: ['English'], interests: ['MUSIC'], experience: ['ACCOMMODATION'] },
  ...{ weekdays: [1], mostMentees: 3 },
}

/** A person of a charity's case who waits for a mentor. */
export async function aMentee(
  world: World,
  manager: Actor,
  { givenName = 'Danny', familyName = 'Okafor', place = 'Wexley' } = {},
): Promise<BuiltCase & { wishId: string }> {
  // biome-ignore format: one line
  const record = await aCase(world, manager, { givenName, familyName, role: 'LEAD' })
  const wish = {
    prefers: 'ANY',
    gender: 'MAN',
    place,
    languages: ['English'],
    interests: ['MUSIC'],
    matters: ['ACCOMMODATION'],
    words: '',
  } as const
  const wishId = await world.database.change(manager, (change) => askForMentor(change, record.id, wish))
  return { ...record, wishId }
}

/** A match that both said yes to and whose risk assessment is signed. */
export async function aMatch(
  world: World,
  manager: Actor,
  mentor: { actor: Actor; mentorId: string },
  wishId: string,
): Promise<string> {
  const matchId = await world.database.change(manager, (change) => proposeMatch(change, wishId, mentor.mentorId))
  await world.database.change(mentor.actor, (change) => answerAsMentor(change, matchId, 'YES'))
  await world.database.change(manager, async (change) => {
    await answerForPerson(change, matchId, 'YES')
    await signRisk(change, matchId, 'Meets in the library. Rings the office after each meeting.', 'The library, Wexley')
  })
  return matchId
}
