/** How whoever gives information knows it: they saw it, heard it from somebody, heard it from the person, or think so. */
export const bases = ['FACT', 'THIRD_PARTY', 'SELF_REPORT', 'OPINION'] as const
export type Basis = (typeof bases)[number]
