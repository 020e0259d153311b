import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { relations, sight } from './cast.ts'
import { type Matrix, openMatrix, type Route } from './matrix.ts'
import { addressOf, findLeaks, type Sent, stateOf } from './route-cells.ts'
import { behind, type Door, doors } from './who-may.ts'

let matrix: Matrix
beforeAll(async () => {
  matrix = await openMatrix()
})
afterAll(() => matrix?.close())

const doorOf = ({ method, url }: Route): Door | undefined =>
  doors.find(([address]) => address.test(`${method} ${url}`))?.[1]

test('every address has somebody who decided whose it is', () => {
  expect(matrix.routes.filter((route) => !doorOf(route)).map(({ method, url }) => `${method} ${url}`)).toEqual([])
})

test('every address x relation x form of id: who may enters, who may not finds nothing, and no part leaks', async () => {
  const { world, planted, routes } = matrix
  const unexpected: string[] = []
  let cells = 0
  const ask = async (relation: Sent['relation']) => {
    for (const route of routes) {
      for (const form of route.url.includes(':') ? forms : forms.slice(0, 1)) {
        if (stopsAtFirst && unexpected.length > 0) return
        cells += 1
        unexpected.push(...judge(await send(route, relation, form)))
      }
    }
  }
  const first = relations.find((one) => one === process.env['FIRST'])
  if (first) await ask(first)
  const before = await stateOf(world, planted)
  for (const relation of [undefined, ...relations])
    if (!relation || sight[relation].writes.length === 0) await ask(relation ?? 'nobody')
  const after = await stateOf(world, planted)
  if (after !== before) unexpected.push('somebody who may write nothing changed the record of the case')
  for (const relation of relations) if (sight[relation].writes.length > 0) await ask(relation)

  console.log(`routes: ${cells} cells, ${unexpected.length} unexpected`)
  expect(unexpected).toEqual([])
})

const stopsAtFirst = process.env['STOP_AT_FIRST'] === 'yes' // with a mistake planted one cell is enough
const forms = ['real', 'absent', 'malformed'] as const

/** Sends what a page would send with nothing typed. */
async function send(route: Route, relation: Sent['relation'], form: Sent['form']): Promise<Sent> {
  const { site, planted, cast } = matrix
  const actor = relation === 'nobody' ? undefined : cast[relation]
  const url = addressOf(route.url, planted, form)
  const headers = actor ? { cookie: await site.cookieFor(actor) } : {}
  const answer =
    route.method === 'POST'
      ? await site.post(actor, url, { formId: randomUUID() })
      : await site.app.inject({ method: route.method as 'GET', url, headers })
  const location = String(answer.headers.location ?? '')
  return { ...route, relation, form, status: answer.statusCode, body: answer.body, location }
}

/** What is wrong with an answer, in words. */
function judge(sent: Sent): string[] {
  const { method, url, relation, form, status, location } = sent
  const said = `${method} ${url} (${form}) as ${relation}: ${status}${location && ` to ${location}`}`
  const door = doorOf(sent)
  if (!door || door === 'anyone') return status >= 500 ? [said] : findLeaks(sent)
  if (relation === 'nobody') {
    const isStopped = status === 401 || status === 403 || (status === 303 && location.startsWith('/sign-in'))
    return isStopped ? findLeaks(sent) : [said]
  }
  if (!behind[door].includes(relation)) return status === 403 ? findLeaks(sent) : [said]
  if (status >= 500) return [said]
  const isFound = status < 400 && !(status === 303 && method === 'GET')
  if (form !== 'real' && isFound && !forgiving.test(url)) return [said]
  return findLeaks(sent)
}

/** Addresses that answer whatever their parameter says: a code that leads nowhere, a language that is not spoken, a view that
 * is gone already. */
const forgiving = /^\/(p|language|answer|releases\/views)\//
