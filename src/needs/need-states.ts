export const needStatuses = ['NOT_STARTED', 'IN_PROGRESS', 'MET', 'DECLINED'] as const
export type NeedStatus = (typeof needStatuses)[number]

/** State -> may become. Anybody who may write needs on the case may move it; a closed need may be opened again. */
export const mayBecome: Record<NeedStatus, readonly NeedStatus[]> = {
  NOT_STARTED: ['IN_PROGRESS', 'MET', 'DECLINED'],
  IN_PROGRESS: ['NOT_STARTED', 'MET', 'DECLINED'],
  MET: ['IN_PROGRESS', 'NOT_STARTED'],
  DECLINED: ['IN_PROGRESS', 'NOT_STARTED'],
}

export const isOpen = (status: NeedStatus): boolean => status === 'NOT_STARTED' || status === 'IN_PROGRESS'
/** A need that nobody met says why. */
export const needsReason = (status: NeedStatus): boolean => status === 'DECLINED'
