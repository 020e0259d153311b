import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { macros } from './testing/macros.tsx'
import { normalHtml } from './testing/normal-html.ts'

interface Fixture {
  name: string
  options: Record<string, unknown>
  html: string
}

const folder = 'node_modules/govuk-frontend/dist/govuk/components'
const tally = new Map<string, { passed: number; total: number }>()

for (const component of readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/fixtures.json`))) {
  const fixtures = fixturesOf(component)
  const draw = macros[component]
  tally.set(component, { passed: 0, total: fixtures.length })
  if (!draw) continue

  describe(component, () => {
    test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_name, { options, html }) => {
      const ours = String(draw(options))

      expect(normalHtml(ours)).toBe(normalHtml(html))
      tally.get(component)!.passed += 1
    })
  })
}

test('every component of ours is one of GOV.UK’s', () => {
  expect(Object.keys(macros).filter((name) => !tally.has(name))).toEqual([])
})

afterAll(() => {
  const rows = [...tally].map(
    ([name, { passed, total }]) => `${name.padEnd(22)} ${macros[name] ? `${passed}/${total}` : `not used (${total})`}`,
  )
  const used = [...tally].filter(([name]) => macros[name]).map(([, count]) => count)
  const sum = (key: 'passed' | 'total') => used.reduce((all, count) => all + count[key], 0)
  console.log([...rows, `${'all that we use'.padEnd(22)} ${sum('passed')}/${sum('total')}`].join('\n'))
})

function fixturesOf(component: string): Fixture[] {
  return JSON.parse(readFileSync(`${folder}/${component}/fixtures.json`, 'utf8')).fixtures
}
