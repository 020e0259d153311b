import type { Calendar, Moment } from '../calendar.ts'
import type { Partnership } from '../partnership.ts'
import type { Sheets } from '../sheets.ts'
import type { QuestionSetRow } from './answers.ts'

/** What every writer of rows needs. */
export interface Context {
  sheets: Sheets
  newId(): string
  newReference(): string
  calendar: Calendar
  partnership: Partnership
  /** The founding agreement, under which every case is opened. */
  agreementId: string
  questionSets: QuestionSetRow[]
  /** Answers are kept in full for the first people; at size only those that tell of a wish for support. */
  mayKeepAllAnswers: boolean
}

/** The case that rows are being written for. */
export interface OfCase {
  caseId: string
  personId: string
  ownerId: string
}

export interface Happening {
  name: string
  subjectId: string
  fieldGroup: string
  by: string
  at: Moment
  details?: Record<string, unknown>
}

/** Says that something happened, as the operation that does it would. */
export function record({ sheets, calendar, partnership }: Context, ofCase: OfCase, happening: Happening): void {
  const worker = partnership.worker(happening.by)
  sheets.add('event', {
    name: happening.name,
    subject_id: happening.subjectId,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    field_group: happening.fieldGroup,
    agency_id: partnership.agency(worker.agency).id,
    actor_id: worker.id,
    happened_at: calendar.past(happening.at),
    details: JSON.stringify(happening.details ?? {}),
  })
}

export const agencyIdOf = ({ partnership }: Context, worker: string): string =>
  partnership.agency(partnership.worker(worker).agency).id
