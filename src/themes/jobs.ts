import type { Jobs } from '../platform/jobs.ts'
import { disposeThemes } from './dispose-theme.ts'

/** Started by the clock every night; may run twice. */
export const themeJobs: Jobs = {
  'dispose-themes': ({ database, actor }) => database.change(actor, disposeThemes),
}
