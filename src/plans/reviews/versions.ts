import type { Day } from '../../platform/calendar-day.ts'
import type { GoalStatus, PlanKind } from '../goals/goal-states.ts'
import type { Goal } from '../queries/goals.ts'
import type { Step } from '../queries/steps.ts'
import type { StepStatus } from '../step-states.ts'

/** The plan as it stood at a review: what a version keeps. */
export interface PlanContent {
  goals: { id: string; words: string; kind: PlanKind; status: GoalStatus }[]
  steps: { id: string; title: string; dueOn: Day | null; who: Owner; status: StepStatus; reason: string }[]
}

/** Names as they were: who leaves later is still told. */
export interface Owner {
  isForPerson: boolean
  ownerName: string | null
  ownerAgencyName: string | null
}

export function contentOf(goals: readonly Goal[], steps: readonly Step[]): PlanContent {
  return {
    goals: goals.map(({ id, words, kind, status }) => ({ id, words, kind, status })),
    steps: steps.map(({ id, title, dueOn, owner, ownerName, ownerAgencyName, status, statusReason: reason }) => {
      const who = { isForPerson: owner.isForPerson, ownerName, ownerAgencyName }
      return { id, title, dueOn, who, status, reason }
    }),
  }
}

/** One thing that differs between two versions. */
export type Difference =
  | { kind: 'goal-added' | 'step-added' | 'goal-gone' | 'step-gone'; title: string }
  | { kind: 'goal-words' | 'step-words'; title: string; from: string }
  | { kind: 'goal-status'; title: string; from: GoalStatus; to: GoalStatus }
  | { kind: 'step-status'; title: string; from: StepStatus; to: StepStatus; reason: string }
  | { kind: 'step-due'; title: string; from: Day | null; to: Day | null }
  | { kind: 'step-owner'; title: string; from: Owner; to: Owner }

/** What changed from one version to the next, goals before steps, each thing plainly. */
export function differencesBetween(before: PlanContent, after: PlanContent): Difference[] {
  return [
    ...pairs(before.goals, after.goals).flatMap(([old, now]): Difference[] => {
      if (!old) return now ? [{ kind: 'goal-added', title: now.words }] : []
      if (!now) return [{ kind: 'goal-gone', title: old.words }]
      const title = now.words
      return [
        ...(old.words === now.words ? [] : [{ kind: 'goal-words' as const, title, from: old.words }]),
        ...(old.status === now.status
          ? []
          : [{ kind: 'goal-status' as const, title, from: old.status, to: now.status }]),
      ]
    }),
    ...pairs(before.steps, after.steps).flatMap(([old, now]): Difference[] => {
      if (!old) return now ? [{ kind: 'step-added', title: now.title }] : []
      return now ? stepDifferences(old, now) : [{ kind: 'step-gone', title: old.title }]
    }),
  ]
}

function stepDifferences(old: PlanContent['steps'][number], now: PlanContent['steps'][number]): Difference[] {
  const { title, reason } = now
  const found: Difference[] = []
  if (old.title !== title) found.push({ kind: 'step-words', title, from: old.title })
  if (old.dueOn !== now.dueOn) found.push({ kind: 'step-due', title, from: old.dueOn, to: now.dueOn })
  if (ownerKey(old.who) !== ownerKey(now.who)) found.push({ kind: 'step-owner', title, from: old.who, to: now.who })
  if (old.status !== now.status) found.push({ kind: 'step-status', title, from: old.status, to: now.status, reason })
  return found
}

const ownerKey = ({ isForPerson, ownerName, ownerAgencyName }: Owner) =>
  JSON.stringify([isForPerson, ownerName, ownerAgencyName])

/** The same thing before and after; what is on one side alone has nothing on the other. */
function pairs<T extends { id: string }>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
  const old = new Map(before.map((each) => [each.id, each]))
  const kept = new Set(after.map(({ id }) => id))
  return [
    ...after.map((now): [T | undefined, T] => [old.get(now.id), now]),
    ...before.filter(({ id }) => !kept.has(id)).map((gone): [T, undefined] => [gone, undefined]),
  ]
}
