import { randomUUID } from 'node:crypto'
import { aCase } from '../src/cases/builders.ts'
import type { Actor, FieldGroup } from '../src/platform/database.ts'
import type { World } from '../src/platform/testing/world.ts'
import type { Part, Planted } from './planted.ts'

/** How somebody stands to the case, from "works on it" to "does not know of it". */
export const relations = ['key worker', 'prison colleague', 'outside manager', 'area colleague', 'team member', 'asked service', 'working service', 'ended service', 'stranger', 'barred worker', 'barred colleague', 'administrator', 'coordinator', 'auditor', 'prison manager', 'mentor', 'treasurer', 'operator'] as const // biome-ignore format: a list
export type Relation = (typeof relations)[number]

const working: FieldGroup[] = [
  'identity',
  'contact',
  'custody',
  'needs',
  'assessment',
  'plan',
  'referrals',
  'notes',
  'family',
]

/**
 * What each sees of the case, and may write in: written down from docs/explanation/who-sees-what.md and the founding agreement,
 * and from no policy. Nothing else is right.
 */
export const sight: Record<Relation, { sees: FieldGroup[]; writes: FieldGroup[] }> = {
  'key worker': { sees: [...working, 'risk'], writes: [...working, 'risk'] },
  'prison colleague': { sees: ['identity', 'custody', 'needs'], writes: ['identity', 'custody'] },
  'outside manager': { sees: [...working, 'risk'], writes: [...working, 'risk'] },
  'area colleague': { sees: ['identity', 'custody', 'needs', 'referrals'], writes: [] },
  'team member': { sees: working, writes: working },
  'asked service': { sees: ['identity', 'custody', 'referrals'], writes: [] },
  'working service': {
    sees: ['identity', 'contact', 'custody', 'needs', 'plan', 'referrals', 'notes', 'mentoring'],
    writes: ['identity', 'contact', 'custody', 'needs', 'plan', 'referrals', 'notes', 'mentoring'],
  },
  'ended service': { sees: [], writes: [] },
  stranger: { sees: [], writes: [] },
  'barred worker': { sees: [], writes: [] },
  'barred colleague': { sees: [], writes: [] },
  administrator: { sees: [], writes: [] },
  coordinator: { sees: [], writes: [] },
  auditor: { sees: [], writes: [] },
  'prison manager': { sees: ['identity', 'custody', 'needs'], writes: ['identity', 'custody'] },
  // of the working service, and of no case
  mentor: { sees: [], writes: [] },
  treasurer: { sees: [], writes: [] },
  operator: { sees: [], writes: [] },
}

export const mayOf: Record<string, string[]> = {
  WORKER: ['see cases', 'work on cases', 'import people', 'see the directory', 'see reports', 'name workers'],
  ADMINISTRATOR: ['administer the agency'],
  COORDINATOR: [
    'see the directory',
    'keep the directory',
    'see reports',
    'coordinate the partnership',
    'administer the agency',
    'see evidence',
  ],
  AUDITOR: ['read the audit'],
  MENTOR: ['mentor people', 'see mentors', 'claim expenses'],
  TREASURER: ['claim expenses', 'decide expenses', 'keep funds', 'see delivery'],
  OPERATOR: ['see the helpline', 'answer the helpline'],
  MANAGER: [
    'see cases',
    'work on cases',
    'import people',
    'see the directory',
    'see reports',
    'name workers',
    'see evidence',
  ],
}

export type Cast = Record<Relation, Actor>

/** Everybody of the matrix, each with the parties of the case that their relation takes. */
export async function gather(world: World, { caseId, personId }: Pick<Planted, 'caseId' | 'personId'>): Promise<Cast> {
  const worker = (name: string, kind: string, role = 'WORKER') =>
    world.aWorkerAt(name, { kind, roles: [role], may: mayOf[role]! })
  const colleague = (of: Actor, role = 'WORKER') => world.aColleagueOf(of, { roles: [role], may: mayOf[role]! })
  const keyWorker = await worker('Prison', 'prison')
  const outside = await worker('Area', 'probation')
  const council = await worker('Council', 'council', 'COORDINATOR')
  const ended = await worker('Ended', 'charity')
  const barred = await worker('Health', 'health')
  const working = await worker('Working', 'charity')
  const cast: Cast = {
    'key worker': keyWorker,
    'prison colleague': await colleague(keyWorker),
    'outside manager': outside,
    'area colleague': await colleague(outside),
    'team member': await colleague(council),
    'asked service': await worker('Asked', 'charity'),
    'working service': working,
    'ended service': ended,
    stranger: await worker('Police', 'police'),
    'barred worker': barred,
    'barred colleague': await colleague(keyWorker), // whose agency sees the case
    administrator: await colleague(keyWorker, 'ADMINISTRATOR'),
    coordinator: council,
    auditor: await colleague(council, 'AUDITOR'),
    'prison manager': await colleague(keyWorker, 'MANAGER'),
    mentor: await colleague(working, 'MENTOR'),
    treasurer: await colleague(working, 'TREASURER'),
    operator: await colleague(working, 'OPERATOR'),
  }
  const teamId = await aTeam(world, cast['team member'])
  cast['team member'] = await world.again(cast['team member'])
  // As sign-in has it: who works with nobody belongs to no audience.
  for (const relation of ['administrator', 'coordinator', 'auditor', 'mentor', 'treasurer', 'operator'] as const)
    cast[relation] = { ...cast[relation], audiences: [] }
  const party = (
    actor: Actor,
    relationship: string,
    more: Partial<Record<'account_id' | 'team_id' | 'role' | 'cause_id' | 'until_on', string>> = {},
  ) =>
    insert(world, {
      case_id: caseId,
      agency_id: actor.agencyId,
      relationship,
      since_on: '2026-01-01',
      owner_agency_id: actor.agencyId,
      ...more,
    })

  await aCase(world, cast.stranger, { familyName: 'Elsewhere' }) // who sees one record must not see the others by it
  await party(keyWorker, 'CUSTODY')
  await party(keyWorker, 'ALLOCATED', { account_id: keyWorker.userId, role: 'KEY_WORKER' })
  await party(outside, 'SUPERVISION')
  await party(outside, 'ALLOCATED', { account_id: outside.userId, role: 'COMMUNITY_OFFENDER_MANAGER' })
  await party(cast['team member'], 'TEAM', { team_id: teamId })
  await party(cast['asked service'], 'REFERRED', { cause_id: randomUUID() })
  await party(cast['working service'], 'ACCEPTED', { cause_id: randomUUID() })
  await party(ended, 'ACCEPTED', { cause_id: randomUUID(), until_on: '2026-02-01' })
  for (const { userId } of [barred, cast['barred colleague']]) {
    await world.inspect(`insert into access_bar (account_id, person_id, reason) values ($1, $2, 'a brother')`, [
      userId,
      personId,
    ])
  }
  await party(barred, 'ALLOCATED', { account_id: barred.userId, role: 'SUPPORT' })
  return cast
}

async function aTeam(world: World, member: Actor): Promise<string> {
  const { id } = await world.insert<{ id: string }>(
    `insert into team (agency_id, name) values ($1, 'Housing') returning id`,
    [member.agencyId],
  )
  await world.insert('insert into team_member (team_id, account_id) values ($1, $2)', [id, member.userId])
  return id
}

const insert = (world: World, row: Record<string, string>) => {
  const columns = Object.keys(row)
  return world.insert(
    `insert into case_party (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  )
}

/** Whether a part is one that the relation sees. */
export const isSeen = (relation: Relation, part: Part): boolean => (sight[relation].sees as string[]).includes(part)
