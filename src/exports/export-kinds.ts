/** The capabilities that make files about people, by their address. */
export const exportKinds = ['releases', 'imports', 'audit', 'contracts'] as const

export type ExportKind = (typeof exportKinds)[number]
