import type { FastifyReply, FastifyRequest } from 'fastify'
import { getCaseFrame, sees } from '../../cases/index.ts'
import type { FieldGroup } from '../../platform/database.ts'
import { blankForm, type FormState } from '../../platform/web/form.ts'
import { countContacts, listBarred } from '../queries/beside.ts'
import { listDays, listInvitations } from '../queries/days.ts'
import { listMembers } from '../queries/members.ts'
import { FamilyPage } from '../views/family-page.tsx'

/** A form that was not kept, and where on the page it stands: `new`, `barred`, or the member that it is about. */
export interface Unsent {
  at: string
  form: FormState<unknown>
}

export const seen = { config: { may: 'see cases', looks: 'personal' } } as const
export const changes = { config: { may: 'work on cases', looks: 'none' } } as const
export interface OfCase {
  Params: { caseId: string }
}
export interface OfMember {
  Params: { caseId: string; memberId: string }
}

/** The family page of a case. */
export async function show(request: FastifyRequest, reply: FastifyReply, caseId: string, unsent?: Unsent) {
  const found = await request.read(async (reading) => {
    const frame = await getCaseFrame(reading, caseId)
    const parts = (['family', 'risk'] as const).filter((part) => sees(frame, part))
    const fieldGroups: FieldGroup[] = ['identity', ...parts]
    reading.look({ action: 'consult', personIds: [frame.personId], caseIds: [caseId], fieldGroups })
    return {
      frame,
      members: sees(frame, 'family') ? await listMembers(reading, caseId) : [],
      days: sees(frame, 'family') ? await listDays(reading) : [],
      dayInvitations: sees(frame, 'family') ? await listInvitations(reading, { caseId }) : [],
      counts: sees(frame, 'family') ? await countContacts(reading, caseId) : [],
      barred: sees(frame, 'risk') ? await listBarred(reading, caseId) : [],
    }
  })
  return reply.page(FamilyPage({ page: request.page(), ...found, unsent: unsent ?? { at: '', form: blankForm } }))
}
