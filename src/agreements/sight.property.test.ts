import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openWorld, type World } from '../platform/testing/world.ts'

// Sight = agreements in force that both signed x live parties x consent where it is the basis, minus bars: a second telling of the rule,
// in TypeScript and by plain loops, compared with the rows that the database keeps through any history.

let world: World
let agencies: Actor[]
beforeAll(async () => {
  world = await openWorld()
  agencies = []
  for (const kind of ['prison', 'charity', 'health']) agencies.push(await world.aWorkerAt(kind, { kind }))
  await world.inspect('update agreement set ended_at = now()') // the founding one is not in this story
}, 60_000)
afterAll(() => world.close())

const relationships = ['TEAM', 'ALLOCATED', 'ACCEPTED'] as const
const parts = ['identity', 'notes', 'health'] as const // few, so that histories meet
const who = fc.nat({ max: 2 })

const grant = fc.record({
  relationship: fc.constantFrom(...relationships),
  kind: fc.constantFrom(null, null, 'charity'),
  part: fc.constantFrom(...parts),
  may: fc.boolean(),
})
const agree = fc.record({
  do: fc.constant('agree' as const),
  grants: fc.uniqueArray(grant, {
    selector: (g) => `${g.relationship} ${g.kind} ${g.part}`,
    minLength: 4,
    maxLength: 12,
  }),
  signed: fc.uniqueArray(who, { minLength: 2 }),
  unsigned: fc.uniqueArray(who, { maxLength: 1 }),
  needsConsent: fc.boolean(),
  begins: fc.constantFrom(-10, -1, 0, 5),
  lasts: fc.constantFrom(null, null, -2, 0, 30),
})
const step = fc.oneof(
  { weight: 2, arbitrary: agree },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const), which: fc.nat({ max: 5 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('join' as const), who, relationship: fc.constantFrom(...relationships) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), which: fc.nat({ max: 5 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      who,
      answer: fc.constantFrom('GIVEN', 'DECLINED', 'WITHDRAWN'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bar' as const), who }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Agreed = Extract<Step, { do: 'agree' }> & { id: string; isOver: boolean }

interface Story {
  caseId: string
  personId: string
  agreements: Agreed[]
  parties: { id: string; who: number; relationship: string; hasLeft: boolean }[]
  answers: Map<number, string>
  barred: Set<number>
}

test('who sees what is always what agreements, parties, consent and bars say together', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const story = await aStory()
      for (const each of steps) await take(story, each)

      const kept = await world.inspect<{ row: string }>(
        `select concat_ws(' ', audience_id, part, bool_or(part = any(writes))) as row from sight, unnest(reads) as part
         where case_id = $1 and until >= current_date group by audience_id, part`,
        [story.caseId],
      )
      await world.inspect('update agreement set ended_at = now() where ended_at is null')
      expect(kept.map(({ row }) => row).sort()).toEqual(expected(story))
    }),
    { numRuns: 100 },
  )
}, 120_000)

function expected({ agreements, parties, answers, barred }: Story): string[] {
  const rows = new Map<string, boolean>()
  for (const party of parties) {
    const actor = agencies[party.who]!
    const isNamed = party.relationship === 'ALLOCATED'
    if (party.hasLeft || (isNamed && barred.has(party.who))) continue
    for (const agreement of agreements) {
      const isRunning = !agreement.isOver && agreement.begins <= 0 && (agreement.lasts === null || agreement.lasts >= 0)
      const hasSigned = agreement.signed.includes(party.who) && !agreement.unsigned.includes(party.who)
      if (!isRunning || !hasSigned || (agreement.needsConsent && answers.get(party.who) !== 'GIVEN')) continue
      for (const { relationship, kind, part, may } of agreement.grants) {
        if (relationship !== party.relationship || (kind !== null && kind !== actor.agencyKind)) continue
        const key = `${isNamed ? actor.userId : actor.agencyId} ${part}`
        rows.set(key, may || rows.get(key) === true)
      }
    }
  }
  return [...rows].map(([key, may]) => `${key} ${may ? 't' : 'f'}`).sort()
}

async function aStory(): Promise<Story> {
  const [personId, caseId] = [newId(), newId()]
  const owner = agencies[0]!.agencyId
  await world.insert(
    `insert into person (id, given_name, family_name, owner_agency_id) values ($1, 'Sam', 'Rivers', $2)`,
    [personId, owner],
  )
  await world.insert(
    `insert into case_file (id, person_id, opened_on, owner_agency_id) values ($1, $2, current_date, $3)`,
    [caseId, personId, owner],
  )
  return { caseId, personId, agreements: [], parties: [], answers: new Map(), barred: new Set() }
}

async function take(story: Story, step: Step): Promise<void> {
  const { caseId, personId, agreements, parties, answers, barred } = story
  switch (step.do) {
    case 'agree': {
      const { id } = await world.insert<{ id: string }>(
        `insert into agreement (title, purpose, legal_basis, needs_consent, offered_at, starts_on, ends_on)
         values ('A', 'RESETTLEMENT', 'L', $1, now(), current_date + $2::int, current_date + $3::int) returning id`,
        [step.needsConsent, step.begins, step.lasts],
      )
      for (const each of new Set([...step.signed, ...step.unsigned])) {
        const isSigned = step.signed.includes(each) && !step.unsigned.includes(each)
        await world.insert(
          'insert into agreement_party (agreement_id, agency_id, signed_at) values ($1, $2, case when $3 then now() end)',
          [id, agencies[each]!.agencyId, isSigned],
        )
      }
      for (const { relationship, kind, part, may } of step.grants) {
        await world.insert(
          'insert into agreement_grant (agreement_id, relationship, agency_kind, field_group, may_contribute) values ($1, $2, $3, $4, $5)',
          [id, relationship, kind, part, may],
        )
      }
      await world.inspect('update agreement set in_force_at = now() where id = $1', [id])
      agreements.push({ ...step, id, isOver: false })
      return
    }
    case 'end': {
      const found = agreements[step.which]
      if (!found) return
      await world.inspect('update agreement set ended_at = now() where id = $1', [found.id])
      found.isOver = true
      return
    }
    case 'join': {
      const { agencyId, userId } = agencies[step.who]!
      const { id } = await world.insert<{ id: string }>(
        `insert into case_party (case_id, agency_id, account_id, relationship, since_on, owner_agency_id)
         values ($1, $2, $3, $4, current_date, $2) returning id`,
        [caseId, agencyId, step.relationship === 'ALLOCATED' ? userId : null, step.relationship],
      )
      parties.push({ id, who: step.who, relationship: step.relationship, hasLeft: false })
      return
    }
    case 'leave': {
      const found = parties[step.which]
      if (!found) return
      await world.inspect('update case_party set until_on = current_date where id = $1', [found.id])
      found.hasLeft = true
      return
    }
    case 'say':
      await world.inspect(
        `insert into consent (case_id, person_id, purpose, agency_id, kind, answer, how, text_id, locale, said_on, recorded_by,
           recorded_at, owner_agency_id)
         select $1, $2, 'RESETTLEMENT', $3, 'SHARING', $4, 'SPOKEN', t.id, 'en', current_date, $5, clock_timestamp(), $3
         from consent_text t where kind = 'SHARING' limit 1`,
        [caseId, personId, agencies[step.who]!.agencyId, step.answer, agencies[step.who]!.userId],
      )
      answers.set(step.who, step.answer)
      return
    case 'bar':
      await world.inspect(
        `insert into access_bar (account_id, person_id, reason) values ($1, $2, 'test') on conflict do nothing`,
        [agencies[step.who]!.userId, personId],
      )
      await world.inspect('select recompute_sight(array[$1::uuid])', [caseId])
      barred.add(step.who)
  }
}
