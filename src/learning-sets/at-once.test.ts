import { expect, onTestFinished, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { openSite } from '../platform/testing/site.ts'
import { openWorld } from '../platform/testing/world.ts'
import { anOutput } from '../targets/builders.ts'

test('two who write at once see it, and what either wrote is kept', async () => {
  const world = await openWorld()
  const site = await openSite(world)
  onTestFinished(async () => {
    await site.close()
    await world.close()
  })
  const holder = await world.aWorkerAt('Wexley Probation', { kind: 'probation', roles: ['MANAGER'] })
  const id = await anOutput(world, holder, { kind: 'LEARNING_SET', title: 'First nights', peopleCount: 40 })
  const send = (version: number, agenda: string) =>
    site.post(holder, `/learning-sets/${id}`, { formId: newId(), version: String(version), agenda, questions: '', report_en: 'DRAFT', report_it: 'NONE', report_nl: 'NONE' }) // biome-ignore format: one line

  expect([(await send(0, 'Theirs')).statusCode, (await send(0, 'Mine')).statusCode]).toEqual([303, 409])
  const late = await send(0, 'Mine')
  expect(late.body).toContain('Somebody else wrote about this learning set')
  expect(late.body).toMatch(/Theirs[\s\S]*<textarea[^>]*>Mine/)
  expect(late.body).toContain('name="version" value="1"')
  expect((await send(1, 'Both')).statusCode).toBe(303)
  expect((await send(1, 'Late')).statusCode).toBe(409)
  expect((await site.get(holder, `/learning-sets/${id}`)).body).toContain('Both')
})
