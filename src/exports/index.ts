import type { Capability } from '../platform/capability.ts'
import { exportRequestRoutes } from './routes.ts'

export { askForExport } from './ask-for-export.ts'
export { type ExportMark, markExport } from './mark-export.ts'
export { type ExportFile, markedFile } from './marked-file.ts'
export { countToDecide, getExportLimit } from './queries.ts'
export { readReason } from './reason-form.ts'
export { takeExport } from './take-export.ts'
export { AskPage } from './views/ask-page.tsx'
export { ExportsBanner } from './views/exports-banner.tsx'

export const capability: Capability = { routes: exportRequestRoutes }
