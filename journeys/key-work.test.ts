import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { recordMovement } from '../src/custody/index.ts'
import type { Actor } from '../src/platform/database.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone } from './journey.ts'
import { keptIn } from './kept-on-device.ts'

const { world, address, contextOf, pageOf, signIn } = await openJourney()

async function aWing() {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  await world.insert(
    `insert into key_work_schedule (agency_id, sessions, every_weeks, length_in_minutes, supervisor_quiet_after_weeks, starts_on, made_by, made_at)
     values ($1, 1, 1, 45, 6, '2026-01-05', $2, '2026-01-05')`,
    [amira.agencyId, amira.userId],
  )
  const danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A4321BD' })
  await world.database.change(amira, (change) =>
    recordMovement(change, danny.personId, { kind: 'RECEPTION', happenedOn: '2026-02-23', wing: 'B', cell: '2-14' }),
  )
  return { amira, danny }
}
const notesOf = (caseId: string) =>
  world.inspect<{ body: string }>('select body from note where case_id = $1 order by written_at', [caseId])

test('on a phone in the wing a note takes three touches and one page, and one more takes it back', async () => {
  const { amira, danny } = await aWing()
  const page = await pageOf(amira, phone)
  await page.goto(`${address}/key-work`)
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('link', { name: 'Danny Okafor' }).click()
  expect(await violationsOn(page)).toEqual([])
  const pages: string[] = []
  page.on('framenavigated', (frame) => pages.push(frame.url()))

  const touches = [
    () => page.getByLabel('Work', { exact: true }).check(),
    () => page.getByLabel('What happened').fill('He starts in the paint shop on Monday.'),
    () => page.getByRole('button', { name: 'Save the note' }).click(),
  ]
  for (const touch of touches) await touch()
  await page.getByText('Saved: Danny Okafor').waitFor()

  expect(touches).toHaveLength(3)
  expect(pages).toHaveLength(1) // the answer, and no page between
  const [session] = await world.inspect('select kind, tags, length_in_minutes, next_on from key_work_session')
  expect(session).toEqual({ kind: 'SESSION', tags: ['WORK'], length_in_minutes: 45, next_on: '2026-03-09' })
  await page.getByRole('button', { name: /^Take it back/ }).click()
  await page.getByText('No session yet').waitFor()
  expect((await notesOf(danny.id)).map(({ body }) => body)).toEqual(['He starts in the paint shop on Monday.'])
})

test('without a network the page opens, the note is kept as noise, and it is in the case once when the network is back', async () => {
  const { amira, danny } = await aWing()
  const ben: Actor = await world.aColleagueOf(amira, { name: 'Ben Cole' })
  const context = await contextOf(amira, phone)
  const page = await context.newPage()
  await page.goto(`${address}/key-work/note`)
  await page.locator('form[data-shell-kept]').waitFor()
  expect(await violationsOn(page)).toEqual([])

  await context.setOffline(true)
  await page.goto(`${address}/key-work/note`)
  await page.getByText('There is no network here').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.getByLabel('Prison number, or the code on your pack').fill('a4321bd')
  await page.getByLabel('What happened').fill('His brother has a room for him.')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await page.getByText('Kept on this device, locked').waitFor()

  const kept = await keptIn(page)
  expect(kept).toContain('sealed')
  for (const word of [/a4321bd/i, /Okafor/, /brother/, /Amira/, /Khan/, /Ben Cole/, new RegExp(danny.id)])
    expect(kept).not.toMatch(word)
  expect(await page.getByLabel('What happened').inputValue()).toBe('')
  expect(await notesOf(danny.id)).toEqual([])

  // The author signs out, and a colleague signs in on the same machine: nothing of it shows, nothing is sent, nobody can write on in the
  // author's name, and it is still there for its author.
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(`${address}/account`)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out').waitFor()
  await page.waitForLoadState('networkidle')
  const left = await keptIn(page)
  expect([left.includes('sealed'), left.includes('"key":')]).toEqual([true, false])
  await signIn(page, ben)
  await page.goto(`${address}/key-work`)
  await page.waitForLoadState('networkidle')
  expect(await page.locator('[data-sealed-line]').isVisible()).toBe(false)
  expect(await notesOf(danny.id)).toEqual([])

  await world.inspect('update session set ended_at = null where account_id = $1', [amira.userId]) // she is back
  await signIn(page, amira)
  await page.goto(`${address}/`)
  await page.getByText('Notes from the wing that were sent: 1').waitFor()
  await page.goto(`${address}/key-work`)
  await page.getByText('If one of these is not yours, take it back.').waitFor()
  expect(await notesOf(danny.id)).toEqual([{ body: 'His brother has a room for him.' }])
  await page.goto(`${address}/key-work/note`)
  await page.getByText('This device is ready for the wing').waitFor() // the page itself again, and not what was kept
  await page.getByText('Amira Khan').first().waitFor()
  expect(await keptIn(page)).not.toContain('"nonce"')
})

test('with a network the same page saves once, though the note was sealed before it was sent', async () => {
  const { amira, danny } = await aWing()
  const context = await contextOf(amira, phone)
  const page = await context.newPage()
  await page.goto(`${address}/key-work/note`)
  await page.locator('form[data-shell-kept]').waitFor()

  const save = async (number: string) => {
    await page.getByLabel('Prison number, or the code on your pack').fill(number)
    await page.getByLabel('What happened').fill('Saved once.')
    await page.getByRole('button', { name: 'Save the note' }).click()
  }
  await save('A7777AA')
  await page.getByRole('link', { name: 'You see nobody with this number or code' }).waitFor()
  await save('A4321BD')
  await page.getByText('Saved: Danny Okafor').waitFor()
  await page.waitForLoadState('networkidle')

  expect(await notesOf(danny.id)).toEqual([{ body: 'Saved once.' }])
  expect(await world.inspect('select from unfiled_note')).toEqual([])
  const plain = await pageOf(amira, { ...phone, javaScriptEnabled: false })
  await plain.goto(`${address}/key-work/note`)
  expect(await plain.locator('noscript p').textContent()).toBe('Without JavaScript this page needs a network.')
})
