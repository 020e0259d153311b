export { type ExportMark, markExport } from './mark-export.ts'
export { type ExportFile, markedFile } from './marked-file.ts'
