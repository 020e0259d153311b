import type { NeedStatus } from './need-states.ts'
import type { PathwayStatus } from './pathways.ts'

export interface PathwayFacts {
  /** Of the pathway's needs, restricted ones left out: a status must not hint at them. */
  needs: readonly NeedStatus[]
  isAssessed: boolean
  /** The latest answer to "wants support with this": YES, LATER, NO or NO_ANSWER. */
  supportWanted?: string | undefined
}

/** What a pathway's needs and answers say of its status. Open needs speak first, then closed ones, then answers. */
export function derivePathwayStatus({ needs, isAssessed, supportWanted }: PathwayFacts): PathwayStatus {
  if (needs.includes('IN_PROGRESS')) return 'IN_PROGRESS'
  if (needs.includes('NOT_STARTED')) return supportWanted === 'NO' ? 'SUPPORT_DECLINED' : 'SUPPORT_REQUIRED'
  if (needs.includes('MET')) return 'DONE'
  if (needs.includes('DECLINED')) return 'SUPPORT_DECLINED'
  if (!isAssessed) return 'NOT_STARTED'
  return supportWanted === 'YES' ? 'SUPPORT_REQUIRED' : 'SUPPORT_NOT_REQUIRED'
}
