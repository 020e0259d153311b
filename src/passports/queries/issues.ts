import type { Change, Reading } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Locale } from '../../platform/words.ts'
import type { PassportSize } from '../issue-passport.ts'

interface NewIssue {
  caseId: string
  personId: string
  locale: Locale
  size: PassportSize
  shortCode: string
}

export async function insertIssue({ db, actor, now }: Change, issue: NewIssue): Promise<string> {
  const id = newId()
  await db
    .insertInto('passport_issue')
    .values({
      id,
      case_id: issue.caseId,
      person_id: issue.personId,
      locale: issue.locale,
      size: issue.size,
      short_code: issue.shortCode,
      issued_by: actor.userId,
      issued_at: now,
      owner_agency_id: actor.agencyId,
    })
    .execute()
  return id
}

/** The case that a code leads to; undefined when there is none for the actor. */
export async function findCaseByCode({ db }: Reading, shortCode: string): Promise<string | undefined> {
  const found = await db
    .selectFrom('passport_issue')
    .innerJoin('case_file', 'case_file.id', 'passport_issue.case_id')
    .select('case_file.id')
    .where('short_code', '=', shortCode)
    .executeTakeFirst()
  return found?.id
}

/** @throws Refusal `passport.not-found` */
export async function getIssue({ db }: Reading, caseId: string, id: string) {
  const found = await db
    .selectFrom('passport_issue')
    .select(['id', 'locale', 'size', 'short_code as shortCode'])
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Refusal('not found', 'passport.not-found')
  return { ...found, locale: found.locale as Locale, size: found.size as PassportSize }
}
