/** How the supervisor outside was in touch. */
export const contactKinds = ['VISIT', 'VIDEO', 'PHONE', 'LETTER'] as const
export type ContactKind = (typeof contactKinds)[number]
