/** Why a worker is away: for them and their managers alone. */
export const absenceKinds = ['LEAVE', 'SICK', 'TRAINING', 'OTHER'] as const
export type AbsenceKind = (typeof absenceKinds)[number]
