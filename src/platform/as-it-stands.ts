import type { Client } from 'pg'

/**
 * Begins to read a database as it stands at one instant, past what anybody may see: as a login that may read just that, or as
 * the owner, on whom row-level security is forced too and who therefore acts as the rule-keepers.
 *
 * @returns whether it is the owner who reads.
 */
export async function readAsItStands(client: Client): Promise<boolean> {
  await client.query('begin isolation level repeatable read read only')
  const { rows } = await client.query<{ is: boolean }>(`select pg_has_role('throughline_rules', 'member') as is`)
  const isOwner = rows[0]!.is
  if (isOwner) await client.query('set local role throughline_rules')
  return isOwner
}
