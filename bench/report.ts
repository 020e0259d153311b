import type { ImportCost } from './import-work.ts'
import type { Cost } from './measure.ts'
import type { PageCost } from './pages.ts'
import type { Work } from './works.ts'

const two = (value: number) => value.toFixed(2)

/** The table that people read: what each work costs on each server, and how many times the bare ones. */
export function printWorks(
  people: number,
  works: Work[],
  costs: Record<string, Record<string, Cost>>,
  imports: Record<'ours' | 'bare' | 'bulk', ImportCost> | undefined,
): void {
  console.log(`\n${people} people. CPU in ms a request, Node and PostgreSQL together; p50 and p99 in ms, four at once.`)
  const rows = works.flatMap(({ name, what, targets }) => {
    const of = costs[name]
    if (!of) return []
    return Object.entries(of).map(([server, cost]) => ({
      work: server === 'ours' ? `${name} ${what}` : '',
      server,
      'CPU ms': two(cost.cpuMs),
      node: two(cost.nodeMs),
      postgres: two(cost.postgresMs),
      p50: two(cost.p50),
      p99: two(cost.p99),
      'per s': Math.round(cost.perSecond),
      'ours is': server === 'ours' ? '' : timesOf(of['ours']!.cpuMs / cost.cpuMs, targets[server as 'bare' | 'rls']),
    }))
  })
  console.table(rows)
  if (imports) printImports(imports)
}

function timesOf(times: number, target: number | undefined): string {
  if (target === undefined) return `${two(times)}x`
  return `${two(times)}x of ${target}x${times > target ? ', too much' : ''}`
}

function printImports({ ours, bare, bulk }: Record<'ours' | 'bare' | 'bulk', ImportCost>): void {
  console.log('W6, an import of 10,000 people: CPU in seconds.')
  console.table(
    Object.entries({ ours, bare, bulk }).map(([server, cost]) => ({
      server,
      CPU: two(cost.cpuMs / 1000),
      node: two(cost.nodeMs / 1000),
      postgres: two(cost.postgresMs / 1000),
      seconds: two(cost.seconds),
      'ours is': server === 'ours' ? '' : `${two(ours.cpuMs / cost.cpuMs)}x${server === 'bare' ? ' of 4x' : ''}`,
    })),
  )
}

export function printPages(
  pages: PageCost[],
  memory: { idleMb: number; loadedMb: number; afterPagesMb: number },
): void {
  console.table(
    pages.map(({ name, cpuMs, nodeMs, postgresMs, bytes }) => ({
      page: name,
      'CPU ms': two(cpuMs),
      node: two(nodeMs),
      postgres: two(postgresMs),
      'bytes compressed': bytes,
    })),
  )
  console.log(`Memory of our program: ${memory.idleMb} MB idle, ${memory.loadedMb} MB after the load.`)
}
