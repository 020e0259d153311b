import type { Capability } from '../platform/capability.ts'
import { planRoutes } from './routes/index.ts'

export { addStep, plainStep, type StepFields, type StepOwner } from './add-step.ts'
export { changeStep, moveStep, reassignSteps, undoStepMove } from './change-step.ts'
export { type GoalStatus, goalStatuses, type PlanKind, planKinds } from './goals/goal-states.ts'
export { addGoal, type GoalFields, moveGoal } from './goals/keep-goal.ts'
export { type LateStart, lateStart } from './lead-times/lead-kinds.ts'
export { type Goal, getGoal, listGoals } from './queries/goals.ts'
export { getStep, listSteps, type Step } from './queries/steps.ts'
export { isClosed, type StepStatus, stepStatuses } from './step-states.ts'

export const capability: Capability = { routes: planRoutes }
