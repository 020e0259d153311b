import type { FieldGroup } from '../platform/database.ts'

/** What every page about a case shows of it: who this is, who works with them, and what the reader may see. */
export interface CaseFrame {
  caseId: string
  personId: string
  /** The chosen name and the family name. */
  shownName: string
  /** What the person is called in a sentence: chosen name or given name. */
  calledName: string
  /** The full legal name, where it differs from the one shown. */
  legalName: string | undefined
  prisonNumber: string | null
  bornOn: string | null
  /** The prison where the person is; null outside, or where the reader does not see custody. */
  placeName: string | null
  wing: string | null
  cell: string | null
  isRecalled: boolean
  keyWorkerName: string | null
  releaseOn: string | null
  releaseType: string | null
  interpreterLanguage: string | null
  /** READS_WITH_HELP, NO_PHONE, WHEELCHAIR, HEARING, SIGHT */
  accessNeeds: readonly string[]
  /** Unknown (null) to a reader who does not see contact details. */
  hasFirstNight: boolean | null
  isOpen: boolean
  /** The day on which the person died. */
  diedOn: string | null
  /** The agency that answers for the case. */
  responsible: { agencyId: string; name: string }
  /** The case is offered to another agency, which has not answered. */
  transfer: { id: string; toName: string } | null
  /** A worker hands the person over to another, and not all three have signed; null also where the reader does not see the plan. */
  handover: { id: string; fromName: string; toName: string } | null
  /** The reader sees it by break-glass, until then. */
  glass: { id: string; endsAt: string } | null
  /** What was said beside facts and stands, of the person also in their other cases: `RESTRICTION` says that nobody may rely on the fact. */
  beside: readonly { id: string; factId: string; kind: 'CORRECTION' | 'STATEMENT' | 'RESTRICTION'; words: string }[]
  /** It exists for those on its list alone. */
  isRestricted: boolean
  /** Parts of the case that the reader sees, each with whether they may write in it. */
  sight: Partial<Record<FieldGroup, boolean>>
  team: readonly TeamMember[]
}

/** Somebody who works with the person: a named worker, or an agency or a team of it where nobody is named. */
export interface TeamMember {
  partyId: string
  agencyId: string
  agencyName: string
  agencyKind: string
  agencyPhone: string
  relationship: 'CUSTODY' | 'SUPERVISION' | 'TEAM' | 'ALLOCATED' | 'REFERRED' | 'ACCEPTED'
  teamName: string | null
  accountId: string | null
  name: string | null
  jobTitle: string | null
  phone: string | null
  role: string | null
  sinceOn: string
  /** They are away, until that day; null for somebody who is here. */
  away: { untilOn: string; coverName: string | null } | null
}

/** Whether the reader sees a part of the case. */
export const sees = ({ sight }: Pick<CaseFrame, 'sight'>, part: FieldGroup): boolean => sight[part] !== undefined

/** Whether the reader may write in a part of the case. */
export const mayWrite = ({ sight }: Pick<CaseFrame, 'sight'>, part: FieldGroup): boolean => sight[part] === true
