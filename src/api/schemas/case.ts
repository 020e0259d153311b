import { z } from 'zod'
import { note } from './note.ts'
import { day, id, instant, pathwayCode, pathwayStatus } from './parts.ts'

const person = z.object({
  id,
  givenName: z.string(),
  middleNames: z.string(),
  familyName: z.string(),
  chosenName: z.string(),
  bornOn: day.nullable(),
  languages: z.array(z.string()),
  interpreterLanguage: z.string().nullable(),
  accessNeeds: z.array(z.string()),
  phone: z.string().nullable(),
  identifiers: z.array(z.object({ type: z.string(), value: z.string() })),
})

const custody = z.object({
  agencyId: id,
  agency: z.string(),
  wing: z.string(),
  cell: z.string(),
  receivedOn: day.nullable(),
  isRecalled: z.boolean(),
  source: z.string(),
  knownAt: instant,
})

const releaseDate = z.object({ type: z.string(), day: day.nullable(), source: z.string(), knownAt: instant })

const teamMember = z.object({
  relationship: z.enum(['CUSTODY', 'SUPERVISION', 'TEAM', 'ALLOCATED', 'REFERRED', 'ACCEPTED']),
  role: z.string().nullable(),
  agencyId: id,
  agency: z.string(),
  agencyKind: z.string(),
  team: z.string().nullable(),
  workerId: id.nullable(),
  worker: z.string().nullable(),
  phone: z.string(),
  sinceOn: day,
})

const pathway = z.object({ pathway: pathwayCode, status: pathwayStatus, reason: z.string(), setAt: instant })

const responsible = { responsibleAgencyId: id.nullable(), responsibleWorkerId: id.nullable() }

const need = z.object({
  id,
  pathway: pathwayCode,
  words: z.string(),
  status: z.enum(['NOT_STARTED', 'IN_PROGRESS', 'MET', 'DECLINED']),
  statusReason: z.string(),
  neededByOn: day.nullable(),
  isForPerson: z.boolean(),
  ...responsible,
  raisedAt: instant,
  closedAt: instant.nullable(),
})

export const referralStatus = z.enum([
  'SENT',
  'RECEIVED',
  'ACCEPTED',
  'DECLINED',
  'EXPIRED',
  'STARTED',
  'COMPLETED',
  'WITHDRAWN',
  'ENDED_EARLY',
])

const referral = z.object({
  id,
  reference: z.string(),
  needId: id,
  pathway: pathwayCode,
  serviceId: id,
  service: z.string(),
  provider: z.string(),
  status: referralStatus,
  why: z.string(),
  sentAt: instant,
  acceptedAt: instant.nullable(),
  declinedAt: instant.nullable(),
  declineReason: z.string().nullable(),
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
})

const step = z.object({
  id,
  pathway: pathwayCode.nullable(),
  needId: id.nullable(),
  title: z.string(),
  dueOn: day.nullable(),
  isForPerson: z.boolean().describe('Something that the person does.'),
  status: z.enum(['NOT_STARTED', 'IN_PROGRESS', 'CANNOT_BE_DONE_YET', 'NO_LONGER_NEEDED', 'COMPLETED']),
  ...responsible,
  madeAt: instant,
  closedAt: instant.nullable(),
})

const appointment = z.object({
  id,
  referralId: id.nullable(),
  pathway: pathwayCode.nullable(),
  title: z.string(),
  startsAt: instant,
  lengthInMinutes: z.int().nullable(),
  place: z.string(),
  withAgencyId: id.nullable(),
  withWorkerId: id.nullable(),
  withName: z.string(),
  attendance: z.enum(['ATTENDED', 'LATE', 'ABSENT_ACCEPTABLE', 'ABSENT_UNACCEPTABLE', 'DID_NOT_HAPPEN']).nullable(),
  attendanceReason: z.string(),
  attendanceAt: instant.nullable(),
  cancelledAt: instant.nullable(),
})

export const caseAnswer = z.object({
  id,
  purpose: z.string(),
  openedOn: day,
  endedOn: day.nullable(),
  sight: z.array(z.string()).describe('The parts of the case that you see. The lists of other parts are empty.'),
  person,
  custody: custody.nullable(),
  releaseDates: z.array(releaseDate).describe('In force, as their sources gave them: never calculated here.'),
  team: z.array(teamMember),
  pathways: z.array(pathway),
  needs: z.array(need),
  referrals: z.array(referral),
  steps: z.array(step),
  appointments: z.array(appointment),
  notes: z.array(note).max(200).describe('The latest 200, the latest first; withdrawn ones are left out.'),
})
