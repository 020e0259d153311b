import { cpuOf, cpuOfPostgres } from './cpu.ts'
import { type Call, drive } from './drive.ts'
import type { Server } from './servers/start.ts'

/** What one work cost on one server. */
export interface Cost {
  /** CPU of Node and PostgreSQL together, for one request. */
  cpuMs: number
  nodeMs: number
  postgresMs: number
  p50: number
  p99: number
  perSecond: number
}

/** Measures one round: the server has the machine to itself, but for PostgreSQL and the one who asks. */
export async function measure(server: Server, postmaster: number, calls: Call[]): Promise<Cost & { took: number[] }> {
  const [node, postgres] = [cpuOf(server.pid), cpuOfPostgres(postmaster)]
  const { took, seconds } = await drive(server.port, calls)
  const nodeMs = (cpuOf(server.pid) - node) / calls.length
  const postgresMs = (cpuOfPostgres(postmaster) - postgres) / calls.length
  return {
    cpuMs: nodeMs + postgresMs,
    nodeMs,
    postgresMs,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    perSecond: calls.length / seconds,
    took,
  }
}

/** Rounds as one: medians of what the machine's noise moves, quantiles over all calls. */
export function summed(rounds: (Cost & { took: number[] })[]): Cost {
  const middle = (part: (cost: Cost) => number) => quantile(rounds.map(part), 0.5)
  const took = rounds.flatMap((round) => round.took)
  return {
    cpuMs: middle(({ cpuMs }) => cpuMs),
    nodeMs: middle(({ nodeMs }) => nodeMs),
    postgresMs: middle(({ postgresMs }) => postgresMs),
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    perSecond: middle(({ perSecond }) => perSecond),
  }
}

export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
