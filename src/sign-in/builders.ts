import type { Actor } from '../platform/database.ts'
import type { World } from '../platform/testing/world.ts'
import { hashPassword } from './passwords.ts'

export const goodPassword = 'violet tractor under seven'

/** Gives a worker an e-mail address that reads well and a password. @returns the address. */
export async function aPasswordOf(world: World, { userId }: Actor, password = goodPassword): Promise<string> {
  const email = `${userId.slice(-12)}@example.org`
  await world.inspect('update account set email = $1 where id = $2', [email, userId])
  await world.inspect(
    `insert into password (account_id, hash, changed_at) values ($1, $2, now())
    on conflict (account_id) do update set hash = excluded.hash`,
    [userId, await hashPassword(password)],
  )
  return email
}
