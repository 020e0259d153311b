import type { Kysely, RawBuilder } from 'kysely'
import type { Pool } from 'pg'
import type { Clock } from './clock.ts'
import type { Actor } from './identity.ts'
import type { Tables } from './tables.ts'

export type { Actor } from './identity.ts'

/** What happened: ids and codes only, no free text about people. */
export interface DomainEvent {
  /** Past tense, dotted: `referral.made`. */
  name: string
  subjectId: string
  caseId?: string
  /** Whom it is about: the person of the case, where it is left out. */
  personId?: string
  /** Who may see that it happened: those who may see this part of the case. */
  fieldGroup: FieldGroup
  details?: Record<string, unknown>
}

export type FieldGroup =
  | 'identity'
  | 'contact'
  | 'custody'
  | 'needs'
  | 'assessment'
  | 'plan'
  | 'referrals'
  | 'notes'
  | 'health'
  | 'family'
  | 'risk'
  | 'intelligence'
  | 'mentoring'
  | 'research'
  | 'administration'

/** A look at personal data, for the audit: which people and parts, never the values. */
export interface Look {
  /** `deny`: they asked for it and were refused. */
  action: 'consult' | 'search' | 'export' | 'print' | 'disclose' | 'deny'
  personIds?: readonly string[]
  caseIds?: readonly string[]
  fieldGroups: readonly FieldGroup[]
  reason?: string
  details?: Record<string, unknown>
}

/** Where a reading or a change comes from: kept in the audit. */
export interface Origin {
  channel: 'web' | 'api' | 'command' | 'job' | 'link'
  requestId?: string
  /** Of a form: the second sending of the same form is not done again. */
  formId?: string
  /** What it said, as a hash: sent again with other words it is no second sending. */
  formSaid?: Buffer
  onLook?: () => void
}

/** What became of a form that was done. */
export interface FormAnswer {
  /** Where it led; null until that is known. */
  answer: string | null
  /** Whether it said then what it says now. */
  isSame: boolean
}

/** A look at the data as one actor sees it. Cannot write. */
export interface Reading {
  readonly db: Kysely<Tables>
  readonly actor: Actor
  readonly now: Date
  /** Says whose data is being shown; written to the audit before the answer leaves. Once per reading. */
  look(look: Look): void
  /** On the auditors' login, which reads the audit and nothing else; the app's reads none of it. */
  onAudit<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
}

/** A single all-or-nothing alteration by one actor, which must say what it did. */
export interface Change extends Reading {
  record(event: DomainEvent): void
  /**
   * Goes out with the end of the change, in its round trip, and before its events: for a statement whose answer nobody needs.
   * What may not be, it has to refuse in the database: `src/platform/database-refusal.ts`.
   */
  lastly(statement: RawBuilder<unknown>): void
  /** Work that the worker does once this change is kept, and never if it is not. */
  later(job: string, payload: Record<string, unknown>): void
}

export interface Database {
  read<T>(actor: Actor, work: (reading: Reading) => Promise<T>, origin?: Origin): Promise<T>
  /** Reads from the replica where there is one: for reports and exports, which may be some seconds old. */
  report<T>(actor: Actor, work: (reading: Reading) => Promise<T>, origin?: Origin): Promise<T>
  change<T>(actor: Actor, work: (change: Change) => Promise<T>, origin?: Origin): Promise<T>
  /** Where a form that was sent already ended; undefined while that is not known. */
  findFormAnswer(actor: Actor, formId: string, said: Buffer): Promise<FormAnswer | undefined>
  keepFormAnswer(actor: Actor, formId: string, location: string): Promise<void>
  /** For what comes before anybody is known, such as sign-in: only definer functions answer. */
  readonly unknown: Kysely<Tables>
  /** The login of the person's own door (T8): it may call the functions of `src/own-door` and read no table. */
  readonly ofPerson: Kysely<Tables>
  /** The login of family and friends: it may call the functions of `src/families/portal` and read no table. */
  readonly ofFamily: Kysely<Tables>
  readonly pool: Pool
  readonly clock: Clock
  close(): Promise<void>
}
