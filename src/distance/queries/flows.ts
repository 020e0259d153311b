import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'

export const beginnings = ['SUPPORT_REQUIRED', 'IN_PROGRESS'] as const
export const standings = ['DONE', 'IN_PROGRESS', 'SUPPORT_REQUIRED', 'SUPPORT_DECLINED'] as const

/** How many people went one way on a pathway. */
export interface Flow {
  pathway: string
  began: (typeof beginnings)[number]
  stands: (typeof standings)[number]
  people: number
}

/** The pathways of which nothing has to be covered; the others are not there at all. */
export async function listFlows({ db }: Reading): Promise<Flow[]> {
  const { rows } = await sql<Flow>`select pathway, began, stands, people from pathway_flows()`.execute(db)
  return rows
}
