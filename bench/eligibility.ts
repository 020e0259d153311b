import { parseArgs } from 'node:util'
import { readEligibility } from '../src/courses/queries/eligibility.ts'
import { clock } from '../src/platform/clock.ts'
import type { Actor } from '../src/platform/database.ts'
import { newId } from '../src/platform/ids.ts'
import { openDatabase } from '../src/platform/open-database.ts'
import type { EligibilityRule } from '../src/programmes/index.ts'
import { quantile } from './measure.ts'
import { openScratch, query, type Scratch } from './scratch.ts'

// How long it takes to say of everybody whom a reader sees whether a programme fits them.
//   npm run bench:eligibility -- --people 100000 --rounds 20

const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '20' } },
})
const [people, rounds] = [Number(values.people), Number(values.rounds)]

const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(people, say)
const { app, identityKey, person, family } = scratch.found
const database = openDatabase(app, { identityKey, clock, max: 1, personUrl: person, familyUrl: family })
try {
  const { wholePrison, everybody } = await readers(scratch)
  const [programme] = await query(scratch.freeUrl, 'select id from programme where agency_id is null limit 1')
  const onWing = { id: newId(), programmeId: programme!['id']!, prisonId: wholePrison.agencyId, wing: 'B2' }
  const inTown = { ...onWing, prisonId: null, wing: null }
  const shipped: EligibilityRule[] = [
    { rule: 'RELEASE_WITHIN_MONTHS', months: 6 },
    { rule: 'SAME_WING' },
    { rule: 'AGE', from: 18, to: null },
    { rule: 'NOT_COMPLETED_WITHIN_MONTHS', months: 24 },
  ]
  const withNeed: EligibilityRule[] = [...shipped, { rule: 'NEED_OPEN', pathway: 'ACCOMMODATION' }]
  for (const [who, reader] of [
    ['a prison', wholePrison],
    ['somebody who sees everybody', everybody],
  ] as const) {
    await measure(`${who}, a group on a wing`, reader, onWing, shipped, '')
    await measure(`${who}, a group in town`, reader, inTown, shipped, '')
    await measure(`${who}, with a need`, reader, inTown, withNeed, '')
    await measure(`${who}, by a name`, reader, inTown, withNeed, 'smith')
  }
} finally {
  await database.close()
  await scratch.close()
}

async function measure(
  what: string,
  reader: Actor,
  course: Parameters<typeof readEligibility>[1],
  rules: EligibilityRule[],
  words: string,
): Promise<void> {
  const took: number[] = []
  let line = ''
  for (let round = 0; round < rounds; round += 1) {
    const asked = performance.now()
    const found = await database.read(reader, async (reading) => {
      reading.look({ action: 'search', personIds: [], caseIds: [], fieldGroups: ['identity', 'custody'] })
      return readEligibility(reading, course, rules, { show: round % 2 ? 'almost' : 'eligible', words })
    })
    took.push(performance.now() - asked)
    line = `${found.seen} people, ${found.eligible} meet every rule`
  }
  const [p50, p95] = [quantile(took, 0.5), quantile(took, 0.95)]
  console.log(`${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (${line})`)
}

/** One who sees what a prison sees, and one who sees all who are in the record. */
async function readers({ freeUrl, reader }: Scratch): Promise<{ wholePrison: Actor; everybody: Actor }> {
  const { accountId, accountName, agencyId, agencyName, audiences } = reader
  const wholePrison: Actor = {
    ...{ userId: accountId, agencyId, audiences, name: accountName, agencyName, agencyKind: 'prison' },
    roles: ['WORKER'],
    may: new Set(['see cases']),
  }
  const audience = newId()
  await query(
    freeUrl,
    `insert into sight (audience_id, case_id, agreement_id, relationship, person_id, until, reads, writes)
     select $1, c.id, (select id from agreement limit 1), 'CUSTODY', c.person_id, current_date + 365, '{identity,custody,needs}', '{}'
     from case_file c where c.ended_on is null`,
    [audience],
  )
  await query(freeUrl, 'vacuum analyze sight') // nothing else does in this database
  return { wholePrison, everybody: { ...wholePrison, audiences: [accountId, audience] } }
}
