import type { Capability } from '../platform/capability.ts'
import { exportRequestRoutes } from './routes/index.ts'

export { type ExportMark, markExport } from './mark-export.ts'
export { type ExportFile, markedFile } from './marked-file.ts'
export { countToDecide } from './queries.ts'
export { type FileSource, fileRoutes, sendFile, takeOrAsk } from './routes/files.ts'
export { takeExport } from './take-export.ts'
export { ExportsBanner } from './views/exports-banner.tsx'

export const capability: Capability = { routes: exportRequestRoutes }
