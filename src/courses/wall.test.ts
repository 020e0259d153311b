import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aCharity, aCourse, accepted, aWing, marked, places } from './builders.ts'
import { writeCaution } from './group-cautions.ts'
import { enrol, putOnList, writeEntry } from './keep-places.ts'
import { confirmCourse } from './lead-course.ts'

let world: World
let site: Site
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
})
afterAll(async () => {
  await site.close()
  await world.close()
})

const body = async (actor: Actor, url: string) => (await site.get(actor, url)).body

test('a group is not confirmed while somebody has to be asked about; who runs it learns that, and never why', async () => {
  const { keyWorker, charity, people, plan } = await aWing(world)
  const { Danny, Kim } = people
  const write = (caseId: string, caution: Record<string, string>) =>
    site.post(keyWorker, `/cases/${caseId}/group-cautions`, { formId: newId(), words: '', ...caution })
  await write(Danny!.id, { kind: 'DOMESTIC_ABUSE', words: 'Violent to a partner' })
  await write(Danny!.id, { kind: 'KEEP_APART', number: Kim!.number })
  expect((await write(Danny!.id, { kind: 'KEEP_APART', number: 'A0000AA' })).body).toContain(
    'You see nobody else with this number',
  )
  const courseId = await aCourse(world, charity, plan)
  await world.database.change(charity, (change) =>
    putOnList(
      change,
      courseId,
      Object.values(people).map(({ id }) => id),
    ),
  )
  for (const { id, version } of await places(world, charity, courseId))
    await world.database.change(charity, (change) => enrol(change, id, version))

  const page = await body(charity, `/courses/${courseId}`)
  expect(page.match(/To be asked about first/g)).toHaveLength(2) // Danny and Kim
  for (const words of ['abuse', 'Violent', 'apart']) expect(page.toLowerCase()).not.toContain(words.toLowerCase())
  const confirm = () => site.post(charity, `/courses/${courseId}/confirmation`, { formId: newId() })
  expect((await confirm()).statusCode).toBe(409)
  const bySql = world.database.change(charity, async (change) => {
    change.record({ name: 'x', subjectId: courseId, fieldGroup: 'administration' })
    await change.db
      .updateTable('course')
      .set({ confirmed_at: change.now, confirmed_by: charity.userId })
      .where('id', '=', courseId)
      .execute()
  })
  await expect(bySql).rejects.toMatchObject({ code: '42501' }) // the database says no as well
  expect((await site.get(charity, `/cases/${Danny!.id}/group-cautions`)).body).not.toContain('Violent')
  await expect(
    world.database.change(charity, (change) =>
      writeCaution(change, Danny!.id, { kind: 'DOMESTIC_ABUSE', otherPersonId: null, words: '' }),
    ),
  ).rejects.toMatchObject({ code: 'course.risk-closed' })

  // The key worker was told, sees why, and decides of each.
  expect(await body(keyWorker, '/')).toContain('Asks whether Danny Rivers may be in a group')
  const [dannys, kims] = (await places(world, charity, courseId)).map(({ id }) => id)
  expect(await body(keyWorker, `/cases/${Kim!.id}/group-cautions`)).toContain('Keep apart from Danny Rivers')
  await site.post(keyWorker, `/cases/${Danny!.id}/group-cautions/places/${dannys}`, { formId: newId(), may: 'yes' })
  expect((await confirm()).statusCode).toBe(409)
  await site.post(keyWorker, `/cases/${Kim!.id}/group-cautions/places/${kims}`, { formId: newId(), may: 'yes' })
  expect((await confirm()).statusCode).toBe(303)

  // Whoever joins later is looked at, and so is whoever was cleared for the group as it was.
  const late = await aCase(world, keyWorker, { givenName: 'Toni' })
  await accepted(world, late.id, charity)
  await world.database.change(charity, (change) => putOnList(change, courseId, [late.id]))
  const waiting = (await places(world, charity, courseId)).find(({ name }) => name === 'Toni Rivers')!
  const joins = world.database.change(charity, (change) => enrol(change, waiting.id, waiting.version))
  await expect(joins).rejects.toMatchObject({ code: 'course.ask-first' })
})

test('what is written in a programme stays with the charity: the prison sees that somebody takes part, and no more', async () => {
  const { keyWorker, charity, people, plan } = await aWing(world)
  const other = await aCharity(world, 'Elsewhere')
  for (const { id } of Object.values(people)) await accepted(world, id, other)
  const courseId = await aCourse(world, charity, plan)
  await world.database.change(charity, (change) =>
    putOnList(
      change,
      courseId,
      Object.values(people).map(({ id }) => id),
    ),
  )
  for (const { id, version } of await places(world, charity, courseId))
    await world.database.change(charity, (change) => enrol(change, id, version))
  await world.database.change(charity, (change) => confirmCourse(change, courseId))
  const [danny] = await places(world, charity, courseId)
  const session = await world.insert<{ id: string }>(
    'select id from course_session where course_id = $1 order by number limit 1',
    [courseId],
  )
  await marked(world, charity, session.id, { Danny: 'ABSENT_UNACCEPTABLE' }, { why: 'Slept', note: 'A heavy day' })
  const motive = { kind: 'MOTIVE', code: 'EARLIER_RELEASE', words: 'For the tag', happenedOn: '2026-03-01' } as const
  await world.database.change(charity, (change) => writeEntry(change, danny!.id, motive))
  await site.post(charity, `/course-places/${danny!.id}/measures`, {
    formId: newId(),
    moment: 'BEFORE',
    'answer-belong': '2',
  })

  for (const [actor, seen] of [
    [keyWorker, 4],
    [other, 4],
    [charity, 4],
  ] as const) {
    const isOwn = actor === charity
    const found = await world.database.read(actor, async ({ db }) => {
      const count = async (
        table: 'course_place' | 'course_mark' | 'course_entry' | 'course_measure' | 'course_session_note',
      ) => (await db.selectFrom(table).selectAll().execute()).length
      return [
        await count('course_place'),
        await count('course_mark'),
        await count('course_entry'),
        await count('course_measure'),
        await count('course_session_note'),
      ]
    })
    expect(found).toEqual(isOwn ? [seen, 1, 1, 1, 1] : [seen, 0, 0, 0, 0])
  }
  for (const url of [
    `/course-places/${danny!.id}`,
    `/course-sessions/${session.id}`,
    `/course-sessions/${session.id}/register`,
  ]) {
    expect((await site.get(keyWorker, url)).statusCode).toBe(404)
  }
  expect(await body(keyWorker, `/courses/${courseId}`)).not.toContain('Danny')
  const own = await body(charity, `/course-places/${danny!.id}`)
  for (const words of ['to get out earlier, or a tag', 'For the tag', 'There is a place where I belong'])
    expect(own).toContain(words)
})
