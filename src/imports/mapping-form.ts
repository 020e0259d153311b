import type { Problem } from '../platform/web/form.ts'
import { isImportField } from './field-labels.ts'
import type { ImportField } from './fields.ts'

/** What was chosen for each column, in their order; '' where it is left out. */
export function readMapping(body: unknown, columns: readonly string[]): (ImportField | '')[] {
  const sent = new Map(Object.entries((body ?? {}) as Record<string, unknown>))
  return columns.map((_, index) => {
    const field = sent.get(`column-${index}`)
    return typeof field === 'string' && isImportField(field) ? field : ''
  })
}

/** A field may be in one column only, and nobody comes in without a name. */
export function mappingProblems(chosen: readonly (ImportField | '')[]): Problem[] {
  const problems = chosen.flatMap((field, index) =>
    field !== '' && chosen.indexOf(field) < index ? [{ field: `column-${index}`, message: 'columns.twice' }] : [],
  )
  const hasName = chosen.includes('familyName') || chosen.includes('fullName')
  return hasName ? problems : [...problems, { field: 'column-0', message: 'columns.no-name' }]
}
