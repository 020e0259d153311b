import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../cases/builders.ts'
import type { Actor } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { aTheme } from './builders.ts'
import { addAction, finishAction } from './keep-meeting.ts'
import { closeTheme } from './keep-theme.ts'

let world: World
let site: Site
let police: Actor
let probation: Actor
let housing: Actor
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world)
  police = await world.aWorkerAt('Wexley Police', { kind: 'police', name: 'Nadia Shah' })
  probation = await world.aWorkerAt('Wexley Probation', { kind: 'probation', name: 'Sarah Bell' })
  housing = await world.aWorkerAt('Wexley Council', { kind: 'council' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await world.close()
})

const linesOf = async (actor: Actor, state: string) => {
  const { body, statusCode } = await site.get(actor, `/themes.csv?state=${state}`)
  expect(statusCode).toBe(200)
  return parse(body, { columns: true, bom: true }) as Record<string, string>[]
}
const act = (actor: Actor, themeId: string, words: string, dueOn: string) =>
  world.database.change(actor, (change) =>
    addAction(change, themeId, { words, dueOn, ownerId: actor.userId, meetingId: null }),
  )

test('themes and what was taken on in them can be had as a file, with its mark, and the taking of it is in the audit', async () => {
  const id = await aTheme(world, police, probation)
  await act(probation, id, '=Ask for lights', '2026-02-01')
  const [lit] = await world.inspect<{ id: string }>('select id from theme_action where theme_id = $1', [id])
  await act(police, id, 'Walk the street', '2026-04-01')
  await act(police, id, 'Ring the shops', '2026-02-20')
  await world.database.change(probation, (change) => finishAction(change, id, lit!.id, 'They are on'))
  await aTheme(world, police)

  const lines = await linesOf(probation, 'open')

  expect(
    lines.map((line) => [
      line['Action'],
      line['Who takes it on'],
      line['By'],
      line['Where it stands'],
      line['What was done'],
    ]),
  ).toEqual([
    ['Ring the shops', 'Nadia Shah', '2026-02-20', 'Late', ''],
    ['Walk the street', 'Nadia Shah', '2026-04-01', 'To do', ''],
    ["'=Ask for lights", 'Sarah Bell', '2026-02-01', 'Done', 'They are on'], // no formula in a spreadsheet
  ])
  expect(lines[0]).toMatchObject({ Theme: 'Burglaries around Mill Street', 'Led by': 'Wexley Police' })
  const mark = Object.values(lines[0]!).at(-1)!
  const [look] = await world.inspect<{ action: string; details: { number: string } }>(
    `select action, details from audit where account_id = $1 and action = 'export'`,
    [probation.userId],
  )
  expect(mark).toContain(look!.details.number)
  expect((await linesOf(police, 'open')).filter((line) => line['Action'] === '')).toHaveLength(1) // the one without actions
})

test('the file has nothing of a theme of others, of a closed one unless it is asked for, nor whose case belongs to it', async () => {
  const id = await aTheme(world, police, probation)
  const { id: caseId } = await aCase(world, probation, { familyName: 'Marlowe' })
  await act(police, id, 'Walk the street again', '2026-04-01')
  const why = 'He fences what is stolen'
  expect((await site.post(probation, `/themes/${id}/cases`, { formId: newId(), caseId, why })).statusCode).toBe(303)
  await world.database.change(police, (change) => closeTheme(change, id, 'It stopped'))

  expect(await linesOf(housing, 'open')).toEqual([])
  expect(await linesOf(housing, 'closed')).toEqual([])
  expect(JSON.stringify(await linesOf(police, 'open'))).not.toContain('again')
  const closed = await linesOf(probation, 'closed')
  expect(closed).toMatchObject([{ Action: 'Walk the street again', 'What came of it': 'It stopped' }])
  expect(JSON.stringify(closed)).not.toMatch(/Marlowe|fences/)
})
