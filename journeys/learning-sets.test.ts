import { expect, test } from 'vitest'
import { violationsOn } from '../src/platform/testing/accessibility.ts'
import { openJourney, phone, plainPhone } from './journey.ts'

const { world, address, pageOf } = await openJourney()

test('probation records a learning set, enters what each group said on a phone, shares it, and a charity reads it; from then on it stands', async () => {
  const nadia = await world.aWorkerAt('Wexley Probation', { kind: 'probation', roles: ['MANAGER'], name: 'Nadia Shah' })
  const joe = await world.aWorkerAt('Walk On', { kind: 'charity', roles: ['MANAGER'], name: 'Joe Hale' })
  const [holder, reader] = [await pageOf(nadia, plainPhone), await pageOf(joe, phone)]
  const violations: string[] = []

  // Recorded among the outputs, without JavaScript; what it was about is written on its page.
  await holder.goto(`${address}/outputs`)
  await holder.getByLabel('What is it?').selectOption({ label: 'Learning set' })
  await holder.getByLabel('Its title').fill('The first night outside')
  for (const [box, value] of Object.entries({ Day: '20', Month: '2', Year: '2026' }))
    await holder.getByLabel(box, { exact: true }).fill(value)
  await holder.getByLabel('How many people came').fill('31')
  await holder.getByLabel('Where can it be looked at?').fill('Project folder')
  await holder.getByRole('button', { name: 'Record it' }).click()
  await holder.getByRole('link', { name: 'The first night outside' }).click()
  await holder.getByText('31 people came.').waitFor()
  await holder.getByRole('textbox', { name: 'Agenda' }).fill('Who is at the gate')
  await holder.getByRole('textbox', { name: 'What was asked' }).fill('I know whom to ring at night')
  await holder.getByLabel('The report in English').selectOption({ label: 'Being written or translated' })
  await holder.getByRole('button', { name: 'Keep' }).click()
  await holder.getByText('Kept.', { exact: true }).waitFor()
  const set = holder.url().split('?')[0]!

  // Two groups' sheets of paper: more cannot agree than answered.
  const enter = async (group: string, answered: string, agreed: string, words: string) => {
    await holder.getByLabel('Which group?').selectOption({ label: group })
    await holder.getByLabel('How many answered').fill(answered)
    await holder.getByLabel('How many of them agreed').fill(agreed)
    await holder.getByLabel('In the group’s own words').fill(words)
    await holder.getByRole('button', { name: 'Enter it' }).click()
  }
  await enter('People who have been in prison', '12', '13', 'The line was busy')
  await holder.getByText('no more than answered').first().waitFor()
  await enter('People who have been in prison', '12', '6', 'The line was busy')
  await holder.getByText('Entered so far: People who have been in prison.').waitFor()
  await enter('Prison staff', '14', '14', '')
  await holder.getByText('Entered so far: People who have been in prison, Prison staff.').waitFor()

  // Nothing is told before it is shared.
  await reader.goto(set)
  await reader.getByText('Nothing is shown until the agency that held it shares it.').waitFor()
  expect(await reader.getByText('The line was busy').count()).toBe(0)
  violations.push(...(await violationsOn(reader)))
  await holder.getByRole('button', { name: 'Share what the groups said' }).click()
  await holder.getByText('Shared. It stands from now on.').waitFor()

  // The charity reads it; nobody changes it any more, and the report still moves on.
  await reader.goto(`${address}/outputs`)
  await reader.getByRole('link', { name: 'The first night outside' }).click()
  await reader.getByText('The line was busy').waitFor()
  await reader.getByText('50% (from 25% to 75%)').waitFor()
  expect(await reader.getByRole('button', { name: 'Keep' }).count()).toBe(0)
  expect(await reader.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  violations.push(...(await violationsOn(reader)))
  for (const gone of ['Agenda', 'What was asked', 'Which group?'])
    expect(
      await holder
        .getByRole('textbox', { name: gone })
        .or(holder.getByRole('combobox', { name: gone }))
        .count(),
    ).toBe(0)
  await holder.getByLabel('The report in English').selectOption({ label: 'Published' })
  await holder.getByRole('button', { name: 'Keep' }).click()
  await reader.reload()
  await reader.getByText('Published').waitFor()

  expect(violations).toEqual([])
})
