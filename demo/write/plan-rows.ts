import { moment } from '../calendar.ts'
import { goalTexts, planSaid } from '../content.ts'
import type { Profile, Step } from '../profile.ts'
import { type Random, randomOf } from '../random.ts'
import { type Context, type OfCase, record } from './context.ts'
import { type InPlan, loose, writeStep } from './diary-rows.ts'
import { writeReply, writeReviews } from './review-rows.ts'

const near = { before: 120, after: 60 } // days around release in which a plan has goals
const mostGoals = 3

/** A step with what the plan knows of it besides. */
export interface PlannedStep {
  id: string
  step: Step
  inPlan: InPlan
}
export interface WrittenGoal {
  id: string
  words: string
  kind: string
  status: string
}

/** The plan of somebody near release: goals in their own words over the steps, and reviews; of everybody else steps alone. */
export function writePlan(context: Context, ofCase: OfCase, profile: Profile, needIds: string[]): void {
  const { steps, stay, needs } = profile
  const release = stay.left ?? profile.dates.find(({ replaced }) => replaced === null)?.day
  const hasGoals = release !== undefined && release <= near.before && release >= -near.after
  const random = randomOf(36, Math.abs(stay.received), steps.length, release ?? 0) // a stream of its own: the rest of the person stays
  const pathwayOf = (step: Step) => step.pathway ?? (step.need === null ? null : (needs[step.need]?.pathway ?? null))
  const pathways = [...new Set(steps.flatMap((step) => pathwayOf(step) ?? []))].slice(0, mostGoals)
  const goals = new Map<string, WrittenGoal>()
  if (hasGoals) {
    for (const pathway of pathways) {
      const own = steps.filter((step) => pathwayOf(step) === pathway)
      const needsOf = needIds.filter((_, at) => needs[at]?.pathway === pathway)
      goals.set(pathway, writeGoal(context, ofCase, { random, profile, pathway, own, needIds: needsOf }))
    }
  }
  const written: PlannedStep[] = []
  const made = [...goals.keys()].flatMap((pathway) => stepsOf(random, profile, pathway, context))
  for (const step of [...steps, ...made]) {
    const pathway = pathwayOf(step)
    const inPlan = pathway ? placeOf(random, step, goals.get(pathway), pathway, written) : loose
    const needId = step.need === null ? null : needIds[step.need]!
    written.push({ id: writeStep(context, ofCase, step, needId, stay.prison, inPlan), step, inPlan })
  }
  if (goals.size === 0) return
  writeReviews(context, ofCase, { random, profile, goals: [...goals.values()], steps: written })
  if (random.chance(0.15)) writeReply(context, ofCase, random)
}

/** The steps of a goal, one after the other, some of them done. */
function stepsOf(random: Random, { workers, stay, supervisedBy }: Profile, pathway: string, context: Context): Step[] {
  const inside = workers[0]?.worker ?? context.partnership.voiceOf(stay.prison).key
  const by: Record<string, string> = {
    PERSON: 'PERSON',
    INSIDE: inside,
    OUTSIDE: context.partnership.voiceOf(supervisedBy).key,
  }
  const done = random.between(0, 2)
  return goalTexts[pathway]!.steps.map(([title, owner], at) => {
    const isDone = at < done
    return {
      need: null,
      pathway,
      title,
      due: context.calendar.workday(isDone ? -random.between(2, 9) : 2 + at * 5 + random.between(0, 4)),
      by: by[owner]!,
      status: isDone ? 'COMPLETED' : at === done ? 'IN_PROGRESS' : 'NOT_STARTED',
      reason: isDone && random.chance(0.3) ? random.pick(planSaid.happened) : '',
      made: moment(-random.between(15, 40), 650),
      closed: isDone ? moment(-random.between(1, 12), 700) : null,
    }
  })
}

function placeOf(
  random: Random,
  step: Step,
  goal: WrittenGoal | undefined,
  pathway: string,
  before: readonly PlannedStep[],
): InPlan {
  if (!goal) return loose
  const text = goalTexts[pathway]!
  const first = before.find(({ inPlan, step: other }) => inPlan.goalId === goal.id && other.status !== 'COMPLETED')
  const isLong = step.status === 'NOT_STARTED' && random.chance(0.4)
  return {
    goalId: goal.id,
    kind: text.kind,
    doneWhen: random.chance(0.6) ? text.doneWhen : '',
    leadKind: isLong ? text.lead : null,
    waitsFor: first && step.status === 'NOT_STARTED' ? [first.id] : [],
  }
}

interface GoalParts {
  random: Random
  profile: Profile
  pathway: string
  own: readonly Step[]
  needIds: string[]
}

function writeGoal(context: Context, ofCase: OfCase, parts: GoalParts): WrittenGoal {
  const { sheets, newId, calendar, partnership } = context
  const { random, profile, pathway, own, needIds } = parts
  const text = goalTexts[pathway]!
  const key = profile.workers[0]?.worker ?? partnership.voiceOf(profile.stay.prison).key
  const worker = partnership.worker(key)
  const isReached = own.every(({ status }) => status === 'COMPLETED') && random.chance(0.7)
  const isFuture = !isReached && own.every(({ status }) => status === 'NOT_STARTED') && random.chance(0.1)
  const made = Math.min(...own.map((step) => step.made)) - 5
  const goal = {
    id: newId(),
    words: random.pick(text.goals),
    kind: text.kind,
    status: isReached ? 'ACHIEVED' : isFuture ? 'FUTURE' : 'ACTIVE',
  }
  sheets.add('goal', {
    id: goal.id,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    words: goal.words,
    kind: goal.kind,
    pathways: [pathway],
    need_ids: needIds,
    status: goal.status,
    made_by: worker.id,
    made_at: calendar.past(made),
    closed_at: isReached ? calendar.past(moment(-2, 640)) : null,
    owner_agency_id: partnership.agency(worker.agency).id,
    basis: 'SELF_REPORT',
  })
  record(context, ofCase, { name: 'goal.added', subjectId: goal.id, fieldGroup: 'plan', by: key, at: made })
  return goal
}
