import { readdirSync, readFileSync } from 'node:fs'

const msInTick = 10 // USER_HZ is 100 on Linux

interface Times {
  own: number
  reaped: number
  parent: number
}

/** utime, stime, cutime and cstime of a process with all its threads (proc(5)), in milliseconds. */
function timesOf(pid: number): Times | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // a name may hold spaces and brackets
    const number = (at: number) => Number(fields[at])
    return {
      own: (number(11) + number(12)) * msInTick,
      reaped: (number(13) + number(14)) * msInTick,
      parent: number(1),
    }
  } catch {
    return undefined // it ended while we looked
  }
}

/** CPU milliseconds that a process has used so far. */
export const cpuOf = (pid: number): number => timesOf(pid)?.own ?? 0

/** CPU milliseconds of a PostgreSQL: its postmaster, every backend that lives and every one that has ended. */
export function cpuOfPostgres(postmaster: number): number {
  const main = timesOf(postmaster)
  if (!main) return 0
  const living = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((times) => times?.parent === postmaster)
  return main.own + main.reaped + living.reduce((sum, times) => sum + (times?.own ?? 0), 0)
}

/** Memory that a process holds, in MB: resident, with what it shares counted in part where the kernel says so. */
export function memoryOf(pid: number): number {
  const pss = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))
  return Math.round(Number(pss?.[1] ?? 0) / 1024)
}
