import { sql } from 'kysely'
import type { Change } from './database.ts'

/** Does one of many, so that what fails takes nothing else with it. @throws what `work` throws, after its own traces are gone */
export async function apart<T>({ db }: Change, work: () => Promise<T>): Promise<T> {
  await sql`savepoint one_of_many`.execute(db)
  try {
    const done = await work()
    await sql`release savepoint one_of_many`.execute(db)
    return done
  } catch (error) {
    await sql`rollback to savepoint one_of_many`.execute(db)
    throw error
  }
}
