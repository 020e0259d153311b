import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { CommandContext } from '../platform/capability.ts'
import { openSite, type Site } from '../platform/testing/site.ts'
import { openWorld, type World } from '../platform/testing/world.ts'
import { setupCommands } from './commands.ts'

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
/** A database as it is after the migrations: no partnership, nobody. */
beforeEach(() =>
  world.inspect(`truncate partnership, agreement, agreement_party, agreement_grant, sight, agency, account, team, session,
    password, password_link, event, mail cascade`),
)

const form = {
  name: 'Wexley',
  jurisdiction: 'UK-EW',
  locale: 'en',
  agencyName: 'Wexley Council',
  agencyKind: 'council',
  agencyCode: 'wexley',
  adminName: 'Ada Minister',
  adminEmail: 'ada@wexley.example',
  password: 'violet tractor under seven',
}
const count = async (table: string) => (await world.inspect<{ n: number }>(`select count(*) as n from ${table}`))[0]!.n

test('while there is no partnership every page leads to setting one up', async () => {
  const page = await site.get(undefined, '/people')
  const signIn = await site.get(undefined, String(page.headers.location))
  const setup = await site.get(undefined, String(signIn.headers.location))

  expect(signIn.headers.location).toBe('/setup')
  expect(setup.statusCode).toBe(200)
  expect(setup.body).toContain('Set up Throughline')
})

test('setting up makes the partnership, its agreement, its first agency and who starts it, who is then signed in', async () => {
  const answer = await site.post(undefined, '/setup', form)
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!
  const settings = await site.get(undefined, '/settings', { headers: { cookie } })

  expect(answer.headers.location).toBe('/settings')
  expect(settings.body).toContain('Ada Minister')
  expect(settings.body).toContain('/settings/partnership')
  expect(await world.inspect('select name, jurisdiction, locale from partnership')).toEqual([
    { name: 'Wexley', jurisdiction: 'UK-EW', locale: 'en' },
  ])
  expect(await count('agreement_party')).toBe(1)
  expect(await count('agreement_grant')).toBeGreaterThan(10)
  const [account] = await world.inspect('select roles, email from account')
  expect(account).toEqual({ roles: ['ADMINISTRATOR', 'COORDINATOR'], email: 'ada@wexley.example' })
  expect(await world.inspect(`select from event where name = 'partnership.set-up'`)).toHaveLength(1)
  expect((await site.post(undefined, '/sign-in', { email: form.adminEmail, password: form.password })).statusCode).toBe(
    303,
  )
})

test('it is done once, also when two do it at the same moment', async () => {
  const both = await Promise.all([
    site.post(undefined, '/setup', form),
    site.post(undefined, '/setup', { ...form, name: 'Other', adminEmail: 'other@example.org' }),
  ])
  const late = await site.post(undefined, '/setup', { ...form, name: 'Late' })

  expect(both.map(({ headers }) => headers.location).sort()).toEqual(['/settings', '/sign-in'])
  expect(late.headers.location).toBe('/sign-in')
  expect((await site.get(undefined, '/setup')).headers.location).toBe('/sign-in')
  expect([await count('partnership'), await count('agency'), await count('account')]).toEqual([1, 1, 1])
})

test('what is wrong is said beside its field, in three languages, and what was typed is kept', async () => {
  const said = { en: 'Enter the name of the partnership', it: 'Scrivi il nome della rete', nl: 'Vul de naam van' }

  for (const [locale, words] of Object.entries(said)) {
    const headers = { 'accept-language': locale }
    const typed = { adminEmail: 'ada@', agencyName: 'Wexley <Council>', password: 'short' }
    const answer = await site.post(undefined, '/setup', typed, { headers })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('value="Wexley &lt;Council&gt;"')
    for (const field of [
      'name',
      'jurisdiction',
      'locale',
      'agencyKind',
      'agencyCode',
      'adminName',
      'adminEmail',
      'password',
    ])
      expect(answer.body).toContain(`id="${field}-error"`)
  }
  expect(await count('partnership')).toBe(0)
})

const flags = {
  name: 'Trento',
  jurisdiction: 'IT',
  'agency-code': 'TN1',
  'agency-kind': 'prison',
  'agency-name': 'Casa circondariale',
  'admin-email': 'ada@example.org',
  'admin-name': 'Ada',
}

async function say(command: (typeof setupCommands)[number], context: Partial<CommandContext>) {
  const lines: string[] = []
  const print = (line: string) => void lines.push(line)
  const actingFor = async () => Promise.reject(new Error('not used'))
  const code = await command.run({ args: [], flags: {}, database: world.database, print, actingFor, ...context })
  return { code, lines: lines.join('\n') }
}

test('the command sets up too, and gives a link where no password was given', async () => {
  const { code, lines } = await say(setupCommands[0]!, { flags })
  const [link] = /\/sign-in\/new-password\/[\w-]+/.exec(lines)!
  const page = await site.get(undefined, link!)

  expect(code).toBe(0)
  expect(page.statusCode).toBe(200)
  expect(await world.inspect('select jurisdiction, locale from partnership')).toEqual([
    { jurisdiction: 'IT', locale: 'it' },
  ])
  await expect(say(setupCommands[0]!, { flags })).rejects.toMatchObject({ code: 'setup.done' })
})

test('the command says which word is missing or wrong, and makes nothing', async () => {
  const { code, lines } = await say(setupCommands[0]!, {
    flags: { ...flags, 'agency-kind': 'circus', 'admin-email': true },
  })
  const weak = await say(setupCommands[0]!, { flags: { ...flags, 'admin-password': 'password1234' } })

  expect([code, weak.code]).toEqual([2, 2])
  expect(lines).toContain('--agency-kind: Choose a kind.')
  expect(lines).toContain('--admin-email')
  expect(weak.lines).toContain('--admin-password')
  expect(await count('partnership')).toBe(0)
})
