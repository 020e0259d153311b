import { gzipSync } from 'node:zlib'
import { jsx } from 'hono/jsx'
import { ReleaseList } from '../src/platform/web/components/testing/release-list.tsx'
import { aPage } from '../src/platform/web/components/testing/serve-page.ts'
import { Layout } from '../src/platform/web/layout.tsx'
import type { PageCost } from './pages.ts'

const rounds = 6
const drawsInRound = 20
const assets = {
  styles: '/a.css',
  script: '/a.js',
  wing: '',
  wingWorker: '',
  left: '',
  sprite: '/a.svg',
  icon: '/b.svg',
  fonts: [],
  find: () => undefined,
}

/** What the templates alone cost: a list of 50 people, drawn without a database, a session or compression. */
export function measureDrawing(): PageCost {
  const draw = () =>
    String(
      jsx(
        Layout as never,
        { page: aPage(assets), title: 'Release list', print: 'wide' },
        jsx(ReleaseList as never, { people: 50 }),
      ),
    )
  const costs = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage()
    for (let time = 0; time < drawsInRound; time += 1) draw()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000 / drawsInRound
  })
  const cpuMs = Math.min(...costs) // the quietest: the first rounds warm the compiler
  return {
    name: 'a list of 50, drawn alone',
    cpuMs,
    nodeMs: cpuMs,
    postgresMs: 0,
    bytes: gzipSync(draw(), { level: 6 }).length,
  }
}
