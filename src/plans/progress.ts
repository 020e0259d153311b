import type { Step } from './queries/steps.ts'
import { isClosed } from './step-states.ts'

export interface Progress {
  done: number
  /** Without what is no longer needed. */
  all: number
}

export function progressOf(steps: readonly Pick<Step, 'status'>[]): Progress {
  const counted = steps.filter(({ status }) => status !== 'NO_LONGER_NEEDED')
  return { done: counted.filter(({ status }) => status === 'COMPLETED').length, all: counted.length }
}

/** The open steps that a step still waits for; none for what is closed itself. */
export function blockersOf(
  { waitsFor, status }: Pick<Step, 'waitsFor' | 'status'>,
  steps: readonly Pick<Step, 'id' | 'title' | 'status'>[],
): { id: string; title: string }[] {
  if (isClosed(status) || waitsFor.length === 0) return []
  return steps.filter((each) => waitsFor.includes(each.id) && !isClosed(each.status))
}
