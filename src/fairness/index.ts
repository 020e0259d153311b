import type { Capability } from '../platform/capability.ts'
import { fairnessCommand } from './commands/fairness.ts'
import { funnelCommand } from './commands/funnel.ts'

export { drawFunnel, type Funnel, type FunnelArea, type FunnelPoint, linesAt } from './draw-funnel.ts'
export { type Agreement, type Judged, judgeScore } from './judge-score.ts'

export const capability: Capability = { fileCommands: [fairnessCommand, funnelCommand] }
