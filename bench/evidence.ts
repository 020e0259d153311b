import { parseArgs } from 'node:util'
import { findLinks } from '../src/links/index.ts'
import { clock } from '../src/platform/clock.ts'
import { systemFor } from '../src/platform/jobs.ts'
import { log } from '../src/platform/log.ts'
import { openDatabase } from '../src/platform/open-database.ts'
import { capability as reoffending } from '../src/reoffending/index.ts'
import { cpuOfPostgres } from './cpu.ts'
import { fillOffences, fillPeople, partsOf } from './evidence-rows.ts'
import { openScratch, query } from './scratch.ts'

// How long the worker takes to look for one person's records among everybody, and to count a cohort of all of them.
//   npm run bench:evidence -- --people 100000 --only links,cohorts

const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, only: { type: 'string', default: 'links,cohorts' } },
})
const people = Number(values.people)
const start = performance.now()
const say = (line: string) => console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)
const scratch = await openScratch(100, say)
const { app, person, family, identityKey } = scratch.found
const database = openDatabase(app, { identityKey, clock, max: 2, personUrl: person, familyUrl: family })
const system = systemFor('00000000-0000-0000-0000-000000000000')
try {
  const parts = await partsOf(scratch.freeUrl)
  await fillPeople(scratch.freeUrl, people, parts)
  await fillOffences(scratch.freeUrl, people, parts)
  say(`${people} people, ${5 * people} offences`)
  // as after the night's vacuum; the first time on tables that nobody has looked at yet
  for (const state of ['as filled', 'analysed']) {
    if (state === 'analysed') await query(scratch.freeUrl, 'vacuum analyze')
    if (values.only.includes('cohorts')) {
      const job = reoffending.jobs!['count-cohorts']!
      await timed(`a cohort of ${people} counted, ${state}`, () =>
        job({ database, actor: system, actingFor: systemFor, log }, {}),
      )
      const [result] = await query(scratch.freeUrl, 'select state, people, reoffenders, reoffences from cohort_result')
      console.log(JSON.stringify(result))
    }
  }
  if (values.only.includes('links')) {
    await timed(`links among ${people}`, async () => console.log(JSON.stringify(await findLinks(database, system))))
  }
} finally {
  await database.close()
  await scratch.close()
}

async function timed(what: string, act: () => Promise<unknown>): Promise<void> {
  const [from, used] = [performance.now(), cpuOfPostgres(scratch.postmasterPid)]
  await act()
  const seconds = (performance.now() - from) / 1000
  const ofPostgres = (cpuOfPostgres(scratch.postmasterPid) - used) / 1000
  console.log(`${what}: ${seconds.toFixed(1)} s, of PostgreSQL's processors ${ofPostgres.toFixed(1)} s`)
}
