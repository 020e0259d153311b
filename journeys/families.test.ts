import { expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, site, address, pageOf } = await openJourney()

test('Danny names his mother at the kiosk; his worker asks him alone; she joins in Italian, sees the date and nothing else, and says what she can do; he stops it', async () => {
  const amira = await world.aWorkerAt('HMP Fernhall', { name: 'Amira Khan' })
  const danny = await aCase(world, amira, { givenName: 'Danny', familyName: 'Okafor', number: 'A1234BC' })
  await world.inspect(
    `insert into release_date (person_id, type, day, source, known_at, owner_agency_id) values ($1, 'CRD', '2026-04-10', 'Test', now(), $2)`,
    [danny.personId, amira.agencyId],
  )
  await world.inspect(`select summarise_cases(array[$1::uuid], array['custody'])`, [danny.id])
  const started = await site.post(amira, `/cases/${danny.id}/own-door`, {})
  const [worker, kiosk, mother] = [await pageOf(amira), await pageOf(undefined, phone), await pageOf(undefined, { ...plainPhone, locale: 'it-IT' })] // biome-ignore format: one line
  const violations: string[] = []

  await kiosk.goto(`${address}/me`)
  await kiosk.getByLabel('Your prison number').fill('A1234BC')
  await kiosk.getByLabel('Your code').fill(/\d{4} \d{4}/.exec(started.body)![0])
  await kiosk.getByRole('button', { name: 'Go in' }).click()
  await kiosk.getByRole('link', { name: 'My family and friends' }).click()
  violations.push(...(await violationsOn(kiosk)))
  await kiosk.getByLabel('Their name').fill('Rosa Okafor')
  await kiosk.getByLabel('Who are they to you?').selectOption('PARENT')
  await kiosk.getByLabel('The release date').check()
  await kiosk.getByLabel('A code on paper').check()
  await kiosk.getByLabel('Italiano', { exact: true }).check()
  await kiosk.getByRole('button', { name: 'Yes, they may see this' }).click()
  await kiosk.getByText('Your worker is looking at this').waitFor()

  await worker.goto(`${address}/cases/${danny.id}/family`)
  await worker.getByText('Ask Danny alone about the date').click()
  await worker.getByLabel('I was alone with Danny').check()
  for (const question of ['want Rosa Okafor to know', 'feel safe']) {
    await worker.getByRole('group', { name: question }).getByLabel('Yes').check()
  }
  await worker.getByLabel('Show it').check()
  violations.push(...(await violationsOn(worker)))
  await worker.getByRole('button', { name: 'Save the answers' }).click()
  await worker.getByText('They can see it').waitFor()
  await worker.getByRole('button', { name: /^Make a code/ }).click()
  await worker.getByText('Per Rosa Okafor').waitFor()
  violations.push(...(await violationsOn(worker)))
  const code = /[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}/.exec((await worker.locator('main').textContent()) ?? '')![0]

  await mother.goto(`${address}/family/join`)
  await mother.getByLabel('Il codice').fill(code.toLowerCase())
  await mother.getByLabel('Scegli un PIN').fill('246810')
  await mother.getByRole('button', { name: 'Entra' }).click()
  await mother.getByRole('heading', { level: 1, name: 'Notizie di Danny' }).waitFor()
  const seen = await mother.locator('main').textContent()
  await mother.getByLabel('Posso aiutare in questo').check()
  await mother.getByLabel('Scrivilo qui').fill('Lo aspetto alla stazione.')
  await mother.getByRole('button', { name: 'Invia' }).click()
  await mother.getByText('Abbiamo ricevuto').waitFor()

  // A day at the prison: planned, she is invited, and says in Italian that she comes.
  await worker.goto(`${address}/families/days`)
  for (const [box, typed] of [['Day', '27'], ['Month', '3'], ['Year', '2026']] as const) await worker.getByLabel(box, { exact: true }).fill(typed) // biome-ignore format: a list
  await worker.getByLabel('At what time').fill('13:30')
  await worker.getByLabel('How many minutes').fill('120')
  await worker.getByLabel('For how many people').fill('8')
  await worker.getByLabel('How families come').fill('Ingresso visitatori, alle 13.')
  violations.push(...(await violationsOn(worker)))
  await worker.getByRole('button', { name: 'Plan the day' }).click()
  await worker.getByText('Nobody is invited yet').waitFor()
  await worker.goto(`${address}/cases/${danny.id}/family`)
  await worker.getByLabel('To which day').selectOption({ index: 1 })
  await worker.getByRole('group', { name: 'Whom does Danny want there?' }).getByLabel('Rosa Okafor').check()
  await worker.getByRole('group', { name: 'How does Danny say yes?' }).getByLabel('They said yes to me').check()
  await worker.getByRole('button', { name: 'Invite them' }).click()
  await worker.getByText('Rosa Okafor: No answer yet').waitFor()
  violations.push(...(await violationsOn(worker)))
  await mother.goto(`${address}/family`)
  await mother.getByText('Danny ti invita').waitFor()
  await mother.getByRole('button', { name: 'Vengo', exact: true }).click()
  await mother.getByText('Hai detto che vieni.').waitFor()
  await worker.goto(`${address}/families/days`)
  await worker.getByRole('link', { name: /27 March/ }).click()
  await worker.getByText('Rosa Okafor: Says yes').waitFor()
  violations.push(...(await violationsOn(worker)))

  await kiosk.reload()
  await kiosk.getByText('Lo aspetto alla stazione.').waitFor()
  await kiosk.getByRole('button', { name: /^Stop this now/ }).click()
  await kiosk.getByText('This has ended').waitFor()
  await mother.goto(`${address}/family`)

  expect(seen).toContain('10 aprile 2026')
  for (const kept of ['Fernhall', 'Amira', 'Chi aiuta', 'Che cosa vuole fare']) expect(seen).not.toContain(kept)
  expect(await mother.locator('h1').textContent()).toBe('Queste pagine sono chiuse')
  expect(await mother.locator('main').textContent()).not.toContain('Danny')
  expect(violations).toEqual([])
})
