import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { addContextEvent } from '../src/context-events/index.ts'
import { newId } from '../src/platform/ids.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { aTarget } from '../src/targets/builders.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, site, address, pageOf } = await openJourney()

test('a coordinator corrects a status with a reason, a manager opens the rows of a number, and Danny answers the survey at his own door', async () => {
  const helen = await world.aWorkerAt('HMP Fernhall', { name: 'Helen Moor', roles: ['WORKER', 'MANAGER'] })
  const marian = await world.aWorkerAt('Wexley Council', {
    kind: 'council',
    name: 'Marian Field',
    roles: ['COORDINATOR'],
  })
  const danny = await aCase(world, helen, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  for (const day of ['2026-01-12', '2026-02-09', '2026-02-23']) {
    await world.insert(
      `insert into note (case_id, person_id, kind, body, happened_at, author_id, written_at, owner_agency_id)
       values ($1, $2, 'CONTACT', 'We talked', $3, $4, '2026-03-01', $5) returning id`,
      [danny.id, danny.personId, `${day}T10:00:00Z`, helen.userId, helen.agencyId],
    )
  }
  await world.database.change(marian, (change) =>
    addContextEvent(change, {
      ...{
        kind: 'FUNDING',
        title: 'Second Step lost a grant',
        words: '',
        organisation: 'Second Step',
        happenedOn: '2026-02-02',
        untilOn: null,
      },
      ...{
        amountInPence: 500_000,
        currency: 'GBP',
        isLost: true,
        funder: 'Police and crime commissioner',
        conditions: '',
        rating: '',
        actions: '',
      },
      source: 'Minutes of 2 February 2026',
    }),
  )
  await aTarget(world, marian, {
    agencyId: helen.agencyId,
    countedAgencyId: helen.agencyId,
    definition: 'SESSIONS',
    amount: 10,
    name: 'Ten sessions',
  })
  const [coordinator, manager, person] = [
    await pageOf(marian),
    await pageOf(helen, phone),
    await pageOf(undefined, plainPhone),
  ]
  const violations: string[] = []

  // The figures say "behind"; the coordinator says otherwise, with a reason, and the page says that they differ.
  await coordinator.goto(`${address}/targets`)
  violations.push(...(await violationsOn(coordinator)))
  await coordinator.getByRole('link', { name: 'Ten sessions', exact: true }).click()
  await coordinator.getByText('Set a status by hand', { exact: true }).click()
  await coordinator.getByRole('radio', { name: 'Met' }).check()
  await coordinator.getByRole('button', { name: 'Set it' }).click()
  await coordinator.getByRole('heading', { name: 'There is a problem' }).waitFor()
  expect(await coordinator.getByRole('radio', { name: 'Met' }).isChecked()).toBe(true)
  await coordinator
    .getByLabel('Why do the figures not say it all?')
    .fill('The other sessions are on paper until Friday')
  await coordinator.getByRole('button', { name: 'Set it' }).click()
  await coordinator.getByText('The figures say otherwise').first().waitFor()
  violations.push(...(await violationsOn(coordinator)))

  // The manager of the agency whose rows they are opens the number, on a phone.
  await manager.goto(`${address}/targets`)
  violations.push(...(await violationsOn(manager)))
  await manager.getByRole('link', { name: 'Ten sessions', exact: true }).click()
  await manager.getByText('Second Step lost a grant').waitFor()
  await manager.getByText('3 engagements, 1 person').waitFor()
  violations.push(...(await violationsOn(manager)))
  await manager.getByRole('link', { name: '3', exact: true }).click()
  expect(await manager.getByRole('link', { name: 'Danny Okafor' }).count()).toBe(3)
  violations.push(...(await violationsOn(manager)))
  for (const path of ['smart-plans', 'outputs', 'surveys', 'distance', 'context', 'evaluations', 'mechanisms']) {
    await manager.goto(`${address}/${path}`)
    violations.push(...(await violationsOn(manager)))
  }

  // Danny answers without his name, without JavaScript, once in a quarter.
  await site.post(marian, '/surveys', { formId: newId(), audience: 'PERSON' })
  const made = await site.post(helen, `/cases/${danny.id}/own-door`, { formId: newId() })
  const code = /\d{4} \d{4}/.exec(made.body)![0]
  await person.goto(`${address}/me`)
  await person.getByLabel('Your prison number').fill('A1234BC')
  await person.getByLabel('Your code').fill(code)
  await person.getByRole('button', { name: 'Go in' }).click()
  await person.getByRole('link', { name: 'A few questions' }).click()
  const supervisor = person.getByRole('group', { name: 'I can name my supervisor outside.' })
  await supervisor.getByLabel('No', { exact: true }).check()
  await person.getByRole('button', { name: 'Send it' }).click()
  await person.getByText('Thank you. Your answers are kept without your name.').waitFor()
  await person.goto(`${address}/me/survey`)
  await person.getByText('There is nothing to answer now').waitFor()

  expect(await world.inspect(`select way, answers, entered_by from survey_reply`)).toEqual([
    { way: 'DOOR', answers: { supervisor: 'NO' }, entered_by: null },
  ])
  expect(violations).toEqual([])
})

test('expected results fit the narrowest phone in each language', async () => {
  const marian = await world.aWorkerAt('Carrow Council', { kind: 'council', roles: ['COORDINATOR'] })
  await aTarget(world, marian, { agencyId: marian.agencyId, name: 'Reduction in reoffending: 90 of 100 not back in prison', definition: 'NOT_BACK_IN_12_WEEKS', amount: 90 }) // biome-ignore format: one line
  const page = await pageOf(marian, { viewport: { width: 320, height: 800 } })

  for (const locale of ['en', 'it', 'nl']) {
    await page.context().request.get(`${address}/language/${locale}`)
    await page.goto(`${address}/targets`)
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  }
})
