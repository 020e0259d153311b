import type { Capability } from '../platform/capability.ts'
import { linkJobs } from './jobs.ts'
import { linkCommand } from './link-command.ts'
import { linkRoutes } from './routes/links.ts'

export { findLinks } from './find-links.ts'
export { link } from './link.ts'

export const capability: Capability = {
  routes: linkRoutes,
  jobs: linkJobs,
  crontab: ['10 3 * * * find-links'],
  fileCommands: [linkCommand],
}
