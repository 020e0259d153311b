import type { Capability } from '../platform/capability.ts'
import { documentRoutes } from './routes.ts'
import { documentJobs } from './scan-documents.ts'

export { acceptFile } from './add-document.ts'
export { largestDocument } from './inspect-file.ts'
export { hasScanner, scanNow } from './scan-documents.ts'
export { words as documentWords } from './words.ts'

export const capability: Capability = {
  routes: documentRoutes,
  jobs: documentJobs(),
  crontab: ['*/5 * * * * scan-documents'], // what waited while the scanner did not answer
}
