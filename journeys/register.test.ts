import { expect, test } from 'vitest'
import { aCharity, aRunningCourse, marked } from '../src/courses/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone } from './journey.ts'
import { keptIn } from './kept-on-device.ts'

const { world, address, contextOf, signIn } = await openJourney()

const marksOf = (sessionId: string) =>
  world.inspect<{ line: string }>(
    `select p.given_name || ' ' || m.mark || ' ' || split_part(a.name, ' ', 1) as line from course_mark m join person p on p.id = m.person_id
     join account a on a.id = m.taken_by where m.session_id = $1 order by 1`,
    [sessionId],
  )

test('on a wing without a network a facilitator takes the register by numbers; the device keeps nobody, and a colleague’s marks are not undone', async () => {
  const ana = await aCharity(world)
  const ben = await world.aColleagueOf(ana, { name: 'Ben Okoro' })
  const { courseId, sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  const [first] = sessions
  const register = `${address}/course-sessions/${first!.id}/register`
  const context = await contextOf(ana, phone)
  const page = await context.newPage()

  // Where there is a network: the page is opened, and printed.
  await page.goto(register)
  await page.locator('form[data-shell-kept]').waitFor()
  await page.getByText('This device is ready for the wing for 12 hours').waitFor()
  expect(await violationsOn(page)).toEqual([])

  // On the wing: one tap for who was missing, one for everybody else.
  await context.setOffline(true)
  await page.goto(register)
  await page.getByText('There is no network here').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Save register' }).click()
  await page.getByText('Mark somebody, or write how it went').waitFor()
  await page.getByRole('group', { name: 'Number 2' }).getByRole('radio', { name: 'Absent' }).check()
  await page.getByLabel('How did it go?').fill('Robin spoke for the first time.')
  await page.getByRole('button', { name: 'Save; everybody else was here' }).click()
  await page.getByText('Kept on this device, locked').waitFor()

  const kept = await keptIn(page)
  expect(kept).toContain('sealed')
  for (const word of [/Danny/, /Kim/, /Robin/, /Rivers/, /Ana/, /Silva/, /Second Step/, /spoke/, /Mill/])
    expect(kept).not.toMatch(word)
  expect(await marksOf(first!.id)).toEqual([])

  // Ben, who was there too, takes it at his desk before Ana is back.
  await marked(world, ben, first!.id, { Danny: 'LATE', Kim: 'ABSENT_UNACCEPTABLE' })
  await context.setOffline(false)
  await page.getByText('Registers from the wing that were sent: 1').waitFor()
  await page.goto(`${address}/courses/${courseId}`)
  await page.getByRole('heading', { name: 'Two registers differ' }).waitFor()
  expect(await marksOf(first!.id)).toEqual(
    ['Danny ATTENDED Ana', 'Danny LATE Ben', 'Kim ABSENT_UNACCEPTABLE Ana', 'Kim ABSENT_UNACCEPTABLE Ben', 'Robin ATTENDED Ana', 'Sam ATTENDED Ana'].map((line) => ({ line })), // biome-ignore format: one line
  )
  expect(await keptIn(page)).not.toContain('"nonce"')

  // Ben looks, and keeps what Ana saw.
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  await signIn(page, ben)
  await page.goto(register)
  await page.getByText('Differs Ana Silva marked “Here” without a network').waitFor()
  await page.getByText('Robin spoke for the first time.').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('group', { name: 'Danny Rivers' }).getByRole('radio', { name: 'Here' }).check()
  await page.getByRole('button', { name: 'Save register' }).click()
  await page.getByText('The register is kept').waitFor()
  expect(await page.getByRole('heading', { name: 'Two registers differ' }).count()).toBe(0)
})

test('a network that goes while the page is open loses nothing, and what its author marked since waits for them', async () => {
  const ana = await aCharity(world, 'Open Gate')
  const { sessions } = await aRunningCourse(world, ana, ['Danny', 'Kim', 'Robin', 'Sam'])
  const [first] = sessions
  const context = await contextOf(ana, phone)
  const page = await context.newPage()
  await page.goto(`${address}/course-sessions/${first!.id}/register`)
  await page.locator('form[data-shell-kept]').waitFor()

  await context.setOffline(true)
  await page.getByRole('group', { name: 'Danny Rivers' }).getByRole('radio', { name: 'Excused' }).check()
  await page.getByRole('button', { name: 'Save register' }).click()
  await page.getByText('Kept on this device, locked').waitFor()
  world.time.now = new Date(world.time.now.getTime() + 60_000)
  await marked(world, ana, first!.id, { Danny: 'ATTENDED' })
  await context.setOffline(false)
  await page.getByText('Registers that somebody has to look at').waitFor()
  await page.getByRole('link', { name: 'See them' }).click()
  await page.getByRole('heading', { name: 'Registers to look at' }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('link', { name: /^Look at it/ }).click()
  await page.getByText('You marked “Here”').waitFor()
  expect(await violationsOn(page)).toEqual([])
  await page.getByRole('button', { name: 'Save register' }).click()
  await page.getByText('The register is kept').waitFor()

  expect(await marksOf(first!.id)).toEqual([{ line: 'Danny ABSENT_ACCEPTABLE Ana' }])
})
