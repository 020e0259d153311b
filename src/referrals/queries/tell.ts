import { sql } from 'kysely'
import type { Reading } from '../../platform/database.ts'
import type { Locale } from '../../platform/words.ts'

export interface PostalAddresses {
  agencyEmail: string
  accountEmail: string
  accountLocale: Locale
  partnershipLocale: Locale
}

/** Where an agency or a worker gets mail, and in which language. '' where nobody said. */
export async function getPostalAddresses(
  { db }: Reading,
  { agencyId = null, accountId = null }: { agencyId?: string | null; accountId?: string | null },
): Promise<PostalAddresses> {
  const { rows } = await sql<PostalAddresses>`
    select coalesce(y.email, '') as "agencyEmail", coalesce(a.email, '') as "accountEmail",
      coalesce(a.locale, p.locale) as "accountLocale", p.locale as "partnershipLocale"
    from partnership p left join agency y on y.id = ${agencyId}
    left join account a on a.id = ${accountId} and a.disabled_at is null`.execute(db)
  return rows[0]!
}
