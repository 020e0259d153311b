import { randomUUID } from 'node:crypto'
import type { World } from '../src/platform/testing/world.ts'
import { isSeen, type Relation } from './cast.ts'
import { canaryOf, type Part, type Planted, parts } from './planted.ts'

/** One request and its answer. */
export interface Sent {
  method: string
  url: string
  relation: Relation | 'nobody'
  form: 'real' | 'absent' | 'malformed'
  status: number
  body: string
  location: string
}

/** The address with its parameters: of what was planted, of what is nowhere, or of what is no id at all. */
export function addressOf(url: string, { caseId, personId, ids }: Planted, form: Sent['form']): string {
  const real: Record<string, string | undefined> = {
    caseId, personId,
    noteId: ids['note notes'], needId: ids['need'], stepId: ids['step'], appointmentId: ids['appointment'],
    assessmentId: ids['assessment'], referralId: ids['referral'], serviceId: ids['serviceId'], id: ids['document notes'],
    slug: 'accommodation', questionKey: 'settled-home', locale: 'en',
    submissionId: ids['submission'], movementId: ids['movement'], correctionId: ids['correction notes'], conditionId: ids['licence_condition'], memberId: ids['family_member'], dayId: ids['family_day'], invitationId: ids['family_day_invitation'], barredId: ids['barred_contact'], worryId: ids['licence_worry'],
    stopId: ids['stop plan'], inductionId: ids['induction'], offerId: ids['pre_release_offer'], recommendationId: ids['recommendation'], timeId: ids['wing_time'], holdId: ids['legal_hold'], transferId: ids['case_transfer'], addressId: ids['person_address'], hubId: ids['hub'], targetId: ids['target'], outputId: ids['output'], smartActionId: ids['smart_action'], contextEventId: ids['context_event'], surveyId: ids['survey'], evaluationId: ids['evaluation elsewhere'], mechanismQuestionId: ids['mechanism_question'], cohortId: ids['cohort'], analysisId: ids['analysis'], storyId: ids['case_story'], quarter: '2025-10-01', deskId: ids['hub_desk'], linkId: ids['twin pair'], linkRunId: ids['link_run'], ticketId: ids['hub_ticket'], lineId: ids['helpline'], callId: ids['helpline_call'], handOffId: ids['helpline_hand_off'], courseId: ids['course'], sessionId: ids['course_session'], placeId: ids['course_place'], cautionId: ids['group_caution'], programmeId: ids['programme'], sessionKey: 'family', guideKey: 'training-guide',
    themeId: ids['theme'], meetingId: ids['theme_meeting'], actionId: ids['theme_action'], reportId: ids['theme_report'],
    contractId: ids['result_contract'], result: 'NOT_BACK',
    unfiledId: ids['unfiled_register'], lessonKey: 'lesson-1',
    ...named[url.split('/')[1]!]?.(ids),
  } // biome-ignore format: a table
  const address = url.replace(/:(\w+)/g, (_, name: string) => {
    if (form === 'malformed') return "x'--%00"
    return (form === 'real' && real[name]) || randomUUID()
  })
  return address + (searches[url] ?? '')
}

/** What `:id` and `:requestId` are, by the first word of the address. */
const named: Record<string, (ids: Planted['ids']) => Record<string, string | undefined>> = {
  complaints: (ids) => ({ id: ids['complaint'] }),
  'data-breaches': (ids) => ({ id: ids['data_breach'] }),
  retention: (ids) => ({ id: ids['disposal'] }),
  'case-requests': (ids) => ({ requestId: ids['case_request'] }),
  exports: (ids) => ({ requestId: ids['export waiting'] }),
  releases: (ids) => ({ requestId: ids['export_request'] }),
  cases: (ids) => ({ requestId: ids['own_request'] }),
  'learning-sets': (ids) => ({ outputId: ids['learning set'] }),
  themes: (ids) => ({ linkId: ids['theme_case'] }),
  contracts: (ids) => ({ claimId: ids['result_claim'], requestId: ids['export_request'] }),
  'subject-access': (ids) => ({ requestId: ids['subject_access_request'] }),
}

const half = canaryOf('identity').slice(0, -2) // an answer may repeat what was asked, and that is no leak
/** Lists are searched for the very person. */
const searches: Record<string, string> = {
  '/people': `?q=${half}`,
  '/api/v1/people': `?name=${half}`,
  '/releases': `?q=${half}`,
  '/releases.csv': `?q=${half}`,
}

/** What is shown beside sight of a case: an operator sees who rings their line, what was said to it, and the crisis plan. */
const isOfLine = (relation: Sent['relation'], url: string, part: Part) =>
  relation === 'operator' && /^\/helpline(-calls)?\//.test(url) && (part === 'identity' || part === 'mentoring')

/** Canaries of parts that this relation does not see, wherever in the answer they stand. */
export function findLeaks({ method, url, relation, form, body, location }: Sent): string[] {
  const hidden = parts.filter(
    (part) => relation === 'nobody' || !(isSeen(relation, part) || isOfLine(relation, url, part)),
  )
  return hidden
    .filter((part) => body.includes(canaryOf(part)) || location.includes(canaryOf(part)))
    .map((part) => `${method} ${url} (${form}) shows ${part} to ${relation}`)
}

/** All rows of the case as one sum: an empty form changes none of them. */
export async function stateOf(world: World, { caseId, personId }: Planted): Promise<string> {
  const tables = await world.inspect<{ name: string; by: string }>(`
    select c.relname as name, min(a.attname) as by from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname in ('case_id', 'person_id')
      and c.relname not in ('alert', 'event', 'case_summary', 'case_place') group by 1 order by 1`)
  const sums: string[] = []
  for (const { name, by } of tables) {
    const rows = await world.inspect<{ sum: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as sum from ${name} t where ${by} = $1`,
      [by === 'case_id' ? caseId : personId],
    )
    sums.push(`${name} ${rows[0]!.sum}`)
  }
  return sums.join('\n')
}
