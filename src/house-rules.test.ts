import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'

const sources = globSync('{src,database,demo,bench,journeys,scripts,security}/**/*.{ts,tsx,sql,scss}').sort()
const textOf = (path: string) => readFileSync(path, 'utf8')
const vague = /(^|\/)(utils?|helpers?|common|misc|manager|service|data|info)([./]|$)/
const isProduct = (path: string) => path.startsWith('src/') && !/\.test\.tsx?$|\/testing\/|builders\.ts$/.test(path)

describe('files', () => {
  test('each fits on a few screens', () => {
    const written = sources.filter((path) => !/tables\.ts$/.test(path)) // tables.ts is drawn from the migrations
    const long = written.filter((path) => textOf(path).split('\n').length > 201)

    expect(long).toEqual([])
  })

  test('each is named for what it does', () => {
    expect(sources.filter((path) => vague.test(path))).toEqual([])
  })

  test('only config reads the environment, and only the clock reads the time', () => {
    const among = (pattern: RegExp) => sources.filter((path) => isProduct(path) && pattern.test(textOf(path)))

    expect(among(/process\.env/)).toEqual(['src/platform/config.ts'])
    // the browser's own clock, where the server did not tell the time
    expect(among(/new Date\(\)/)).toEqual(['src/platform/clock.ts', 'src/platform/web/scripts/draft.ts'])
  })

  test('no page brings its own style, script or colour', () => {
    const views = sources.filter((path) => path.endsWith('.tsx') && isProduct(path))

    expect(views.filter((path) => /\sstyle=|\son[a-z]+=["{]|dangerouslySetInnerHTML/.test(textOf(path)))).toEqual([])
  })
})

test('no module enters another by anything but its door, and the checker saw them all', () => {
  const cruise = ['src', 'database', '--config', '.dependency-cruiser.cjs', '--output-type', 'json']
  const { modules, summary } = JSON.parse(run('node_modules/.bin/depcruise', cruise)) as Cruise

  const seen = new Set(modules.map((module) => module.source))
  const unseen = sources.filter((path) => /^src\/.*\.tsx?$/.test(path) && !seen.has(path))
  expect(unseen).toEqual([])
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
}, 90_000) // it reads every module: 8 s, and three times that beside other work

describe('words', () => {
  const english = globSync('src/**/en.json').sort()

  test.each(english)('%s says the same things in Italian and Dutch', (path) => {
    const catalogues = ['en', 'it', 'nl'].map((locale) => readCatalogue(`${dirname(path)}/${locale}.json`))

    const [en, it, nl] = catalogues.map(signatures)
    expect(it).toEqual(en)
    expect(nl).toEqual(en)
  })

  test('an apostrophe is a curly one: a straight one also hides the braces that follow it', () => {
    const straight = globSync('src/**/{en,it,nl}.json').filter((path) => textOf(path).includes("'"))

    expect(straight).toEqual([])
  })

  test.each(english)('%s is translated: no sentence stands in English', (path) => {
    const [en, it, nl] = ['en', 'it', 'nl'].map((locale) => readCatalogue(`${dirname(path)}/${locale}.json`))
    const isSentence = (text: string) => (text.replace(/\{[^{}]*\}/g, '').match(/\p{L}{2,}/gu) ?? []).length >= 3

    const left = Object.entries(en!).filter(([key, text]) => isSentence(text) && [it![key], nl![key]].includes(text))
    expect(left).toEqual([])
  })

  test('no catalogue lacks its English', () => {
    const others = globSync('src/**/{it,nl}.json').map((path) => `${dirname(path)}/en.json`)
    expect([...new Set(others)].sort().filter((path) => !english.includes(path))).toEqual([])
  })
})

test('a capability is entered by a door that says what it is', () => {
  const folders = [
    ...new Set(sources.filter((path) => /^src\/(?!platform)[^/]+\//.test(path)).map((path) => path.split('/')[1]!)),
  ]
  const withoutDoor = folders.filter((folder) => !sources.includes(`src/${folder}/index.ts`))
  const withoutReadme = folders.filter((folder) => globSync(`src/${folder}/README.md`).length === 0)

  expect(withoutDoor).toEqual(['agreements'].filter((folder) => withoutDoor.includes(folder))) // SQL alone until it has screens
  expect(withoutReadme).toEqual([])
})

test('every test that docs/trust.md names is there', () => {
  const named = [...textOf('docs/trust.md').matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path]) => path!)

  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((path) => globSync(path).length === 0)).toEqual([])
})

test('the brand is our own: no crown, crest, GOV.UK logo or their typeface', () => {
  const found = sources.filter((path) =>
    /govuk-logo|crest|GDS Transport|"light", "arial"|crown-copyright/i.test(textOf(path)),
  )
  expect(found.filter((path) => !/\.test\.tsx?$/.test(path)).map((path) => basename(path))).toEqual([])
})

/** key -> the variables that its message takes, sorted. */
function signatures(catalogue: Record<string, string>): Record<string, string> {
  const entries = Object.entries(catalogue).map(([key, message]) => [key, variablesOf(message)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function variablesOf(message: string): string {
  const found = new Set<string>()
  const walk = (parts: Part[]) => {
    for (const part of parts) {
      if (part.type > 0 && part.type < 7) found.add(part.value)
      for (const option of Object.values(part.options ?? {})) walk(option.value)
    }
  }
  walk(IntlMessageFormat.__parse!(message, { ignoreTag: true }) as Part[])
  return [...found].sort().join(' ')
}

const readCatalogue = (path: string): Record<string, string> => JSON.parse(textOf(path))
const run = (program: string, args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64 * 1024 * 1024 })

interface Part {
  type: number
  value: string
  options?: Record<string, { value: Part[] }>
}
interface Cruise {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}
