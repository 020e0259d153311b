import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase } from '../src/cases/builders.ts'
import type { Relation } from './cast.ts'
import { type Matrix, openMatrix, type Route } from './matrix.ts'
import { canaryOf, parts } from './planted.ts'
import { addressOf } from './route-cells.ts'

// What is true of every answer, whatever address it comes from: an id counts only below its own case, what is not theirs answers
// as what nobody has, and who looks is written down once.

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix?.close())

const typed = {
  ...{ kind: 'CONTACT', body: 'x', title: 'x', words: 'Twenty characters and more.', reason: 'Twenty characters and more.' },
  ...{ answer: 'x', answerWords: 'x', version: '1', status: 'COMPLETED', role: 'SUPPORT', outcome: 'SHOW' },
} // biome-ignore format: what many forms ask for
const send = ({ method }: Route, relation: Relation, url: string, form: Record<string, string> = {}) => {
  const { site, cast } = matrix
  return method === 'GET'
    ? site.get(cast[relation], url)
    : site.post(cast[relation], url, { formId: randomUUID(), ...form })
}
const isAsked = ({ method }: Route) => method === 'GET' || method === 'POST'

test('an id counts only below the case that it belongs to, also for somebody who works on both', async () => {
  const { world, planted, cast, routes } = matrix
  const odd: string[] = []
  let asked = 0
  for (const relation of ['key worker', 'outside manager', 'working service'] as const) {
    const other = await aCase(world, cast[relation], { familyName: 'Crossed' })
    for (const route of routes.filter((one) => isAsked(one) && /:caseId.*:(?!slug|questionKey)/.test(one.url))) {
      asked += 1
      const address = addressOf(route.url, planted, 'real').replace(planted.caseId, other.id)
      const { statusCode, body } = await send(route, relation, address, typed)
      const isLeak = parts.some((part) => body.includes(canaryOf(part)))
      if (statusCode < 400 || isLeak) odd.push(`${route.method} ${route.url} as ${relation}: ${statusCode}`)
    }
  }

  expect(odd).toEqual([])
  expect(asked).toBeGreaterThan(30)
})

test('to who sees nothing of the case every address answers, byte for byte, as for what nobody has', async () => {
  const { planted, routes } = matrix
  const odd: string[] = []
  let asked = 0
  for (const relation of ['stranger', 'barred colleague'] as const) {
    for (const route of routes.filter((one) => isAsked(one) && one.url.includes(':') && !isOfTheirs.test(one.url))) {
      if (relation === 'barred colleague' && ofAgency.test(route.url)) continue
      asked += 1
      const real = addressOf(route.url, planted, 'real')
      const one = await plainAnswer(route, relation, real)
      const other = await plainAnswer(
        route,
        relation,
        real.replace(idForm, () => randomUUID()),
      )
      if (one !== other) odd.push(`${route.method} ${route.url} as ${relation}`)
    }
  }

  console.log(`alike: ${asked} addresses, ${odd.length} that tell`)
  expect(odd).toEqual([])
  expect(asked).toBeGreaterThan(400)
})

const ends = /^\/(sign-out|session|account)/ // a session that the next address needs
const readers: [relation: Relation, methods: string][] = [
  ['key worker', 'GET'],
  ['working service', 'GET'],
  ['operator', 'GET'],
  ['coordinator', 'GET'],
  ['key worker', 'POST'], // last: a form may change what is shown
]

test('an answer that shows a part of the record is one look in the audit, no less and no more', async () => {
  const { world, planted, routes } = matrix
  const odd: string[] = []
  let shown = 0
  for (const [relation, methods] of readers) {
    for (const route of routes.filter(({ method, url }) => method === methods && !ends.test(url))) {
      const [before] = await world.inspect<{ last: number }>('select max(id)::int as last from audit')
      const { body, statusCode } = await send(route, relation, addressOf(route.url, planted, 'real'))
      const seen = parts.filter((part) => body.includes(canaryOf(part)))
      const rows = await world.inspect<{ action: string; isTheirs: boolean }>(
        `select action, $2 = any(person_ids) or $3 = any(case_ids) as "isTheirs" from audit where id > $1 and action <> 'deny'`,
        [before!.last, planted.personId, planted.caseId],
      )
      const looks = rows.filter(({ action }) => action !== 'alter')
      const said = `${methods} ${route.url} as ${relation} (${statusCode}) shows ${seen} and is ${rows.map(({ action }) => action)}`
      if (seen.length > 0) shown += 1
      if (looks.length > 1 || (seen.length > 0 && !rows.some(({ isTheirs }) => isTheirs))) odd.push(said)
    }
  }

  console.log(`looks: ${shown} answers, ${odd.length} not written down once`)
  expect(odd).toEqual([])
  expect(shown).toBeGreaterThan(200)
})

/** What is everybody's (packages, services, surveys), what these two sent themselves, and what tries are counted for. */
const isOfTheirs =
  /^\/(answer|language|programmes|services|surveys|case-requests|evidence|hubs|hub-tickets|reoffending|results|corrections|targets)\//
/** Themes are an agency's and about nobody: of a linked case the addresses x relations of routes.test.ts say that none leaks. */
const ofAgency = /^\/(themes|theme-meetings|theme-reports)\//
const idForm = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** Status, headers and body without what differs by itself: the nonce, the number of the request, and the address that was asked for. */
async function plainAnswer(route: Route, relation: Relation, url: string): Promise<string> {
  const { statusCode, headers, body } = await send(route, relation, url)
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1] ?? '-'
  const { date: _, 'x-request-id': __, ...kept } = headers
  return [String(statusCode), JSON.stringify(kept), body]
    .map((text) => text.replaceAll(nonce, 'nonce').replaceAll(encodeURIComponent(url), 'url').replace(idForm, 'id'))
    .join('\n')
}
