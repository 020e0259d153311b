import { z } from 'zod'
import { agencyCode, agencyKinds } from '../agencies/index.ts'

const typed = (max: number, missing: string) => z.string({ error: missing }).trim().min(1, missing).max(max, 'too-long')

export const jurisdictions = ['UK-EW', 'IT', 'NL'] as const

/** What a form or a command must say to set up a partnership; messages are keys of our words. */
export const firstThings = z.object({
  name: typed(120, 'name.missing'),
  jurisdiction: z.enum(jurisdictions, { error: 'jurisdiction.missing' }),
  locale: z.enum(['en', 'it', 'nl'], { error: 'locale.missing' }),
  agencyName: typed(120, 'agencyName.missing'),
  agencyKind: z.enum(agencyKinds, { error: 'agencyKind.missing' }),
  agencyCode: z.string({ error: 'agencyCode.form' }).trim().toUpperCase().regex(agencyCode, 'agencyCode.form'),
  adminName: typed(120, 'adminName.missing'),
  adminEmail: typed(254, 'adminEmail.form').pipe(z.email('adminEmail.form')),
})

/** From the flat fields of a form to the things that are made. */
export function thingsOf(values: z.infer<typeof firstThings>) {
  const { name, jurisdiction, locale, agencyName, agencyKind, agencyCode, adminName, adminEmail } = values
  return {
    partnership: { name, jurisdiction, locale },
    agency: { code: agencyCode, kind: agencyKind, name: agencyName },
    administrator: { name: adminName, email: adminEmail },
  }
}
