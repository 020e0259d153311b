import type { Relation } from './cast.ts'

/** Who gets past the door of an address at all, whatever case it is about. */
export type Door =
  | 'anyone'
  | 'signed in'
  | 'workers'
  | 'administration'
  | 'coordination'
  | 'directory'
  | 'keepers of services'
  | 'readers of reports'
  | 'auditors'
  | 'managers'
  | 'managers and coordination'
  | 'mentors'
  | 'workers and mentors'
  | 'treasurers'
  | 'managers and treasurers'
  | 'claimants'
  | 'systems that keep users'
  | 'operators of a line'
  | 'a line'

const workers: Relation[] = ['key worker', 'prison colleague', 'outside manager', 'area colleague', 'team member', 'asked service', 'working service', 'ended service', 'stranger', 'barred worker', 'barred colleague', 'prison manager'] // biome-ignore format: a list

export const behind: Record<Exclude<Door, 'anyone'>, readonly Relation[]> = {
  'signed in': [...workers, 'administrator', 'coordinator', 'auditor', 'mentor', 'treasurer', 'operator'],
  workers,
  administration: ['administrator', 'coordinator'],
  coordination: ['coordinator'],
  directory: [...workers, 'coordinator'],
  'keepers of services': ['coordinator', 'prison manager'],
  'readers of reports': [...workers, 'coordinator'],
  auditors: ['auditor'],
  managers: ['prison manager'],
  'managers and coordination': ['prison manager', 'coordinator'],
  mentors: ['mentor'],
  'workers and mentors': [...workers, 'mentor'],
  treasurers: ['treasurer'],
  'managers and treasurers': ['prison manager', 'treasurer'],
  claimants: [...workers, 'mentor', 'treasurer'],
  'systems that keep users': [], // with a token of their own kind
  'operators of a line': ['operator'],
  'a line': ['operator', 'prison manager'],
}

/**
 * Which addresses are whose, written by hand. The first that fits counts; an address that fits none fails the matrix, so that
 * nobody adds one without deciding here.
 */
export const doors: readonly [address: RegExp, door: Door][] = [
  [/^(GET|POST) \/(sign-in|sign-out|setup|answer)(\/|$)/, 'anyone'],
  [/^GET \/(key-work|course-sessions)\/(shell|worker\.js)$/, 'anyone'], // a page without anybody's data, for a device without a network
  [/^POST \/helpline-telephony\/:lineId$/, 'anyone'], // signed by the key of a line; whoever cannot sign learns nothing
  [/^(GET|POST) \/helpline-numbers(\/|$)/, 'managers and coordination'],
  [/^POST \/helpline-(calls|call-backs|swaps)\//, 'operators of a line'],
  [/^POST \/helpline\/:lineId\/(duty|calls|shifts\/:shiftId\/swaps)$/, 'operators of a line'],
  [
    /^(POST \/helpline|GET \/helpline\/:lineId\/set-up|POST \/helpline\/:lineId\/(set-up|switch-key|shifts))$/,
    'managers',
  ],
  [/^(GET|POST) \/(helpline|helpline-calls)(\/|$)/, 'a line'],
  [/^GET \/calendar-feeds\/:token$/, 'anyone'], // who holds the secret address: times, and nothing of anybody
  [/^(GET|POST) \/family(\/|$)/, 'anyone'], // by a code or a number and PIN, behind a login of its own
  [/^(GET|POST) \/families\/blocked(\/|$)/, 'managers'],
  [/^(GET|POST) \/screens(\/|$)/, 'anyone'], // a kiosk or wall screen, by a code, on the login of the own door: numbers, no names
  [/^(GET|POST) \/me(\/|$)/, 'anyone'], // by a code, and behind a login of its own
  [
    /^GET \/(help|privacy|accessibility|who-can-see-what|api|language|health|assets)(\/(?!v1\/(?!openapi))|$)/,
    'anyone',
  ],
  [/^(GET|POST|PATCH|DELETE) \/scim\/v2\//, 'systems that keep users'],
  [/^(GET|POST) \/(account|session|mail|p)(\/|$)/, 'signed in'],
  [/^GET \/$/, 'signed in'],
  [/^(GET|POST) \/workloads(\/|$)/, 'managers'],
  [/^(GET|POST) \/away(\/|$)/, 'workers'],
  [/^(GET|POST) \/settings\/management-rule$/, 'coordination'],
  [/^(GET|POST) \/settings\/(pathways|partnership|exports)$/, 'coordination'],
  [/^(GET|POST) \/settings\/outside-hosts(\/|$)/, 'coordination'],
  [/^POST \/settings\/agencies(\/:agencyId\/(close|reopen))?$/, 'coordination'],
  [/^GET \/settings\/agencies\/new$/, 'coordination'],
  [/^POST \/settings\/reorganisations$/, 'coordination'],
  [/^GET \/settings\/reorganisations\/new$/, 'coordination'],
  [/^(GET|POST) \/question-sets(\/|$)/, 'coordination'],
  [/^(GET|POST) \/settings(\/|$)/, 'administration'],
  [/^POST \/agreements\/:agreementId\/signature$/, 'managers'],
  [/^POST \/bars\/lift$/, 'managers'],
  [/^(GET|POST) \/(cases\/:caseId\/)?subject-access(\/|$)/, 'managers'],
  [/^(GET|POST) \/cases\/:caseId\/restriction/, 'managers'],
  [/^GET \/agreements(\/:agreementId(\/effect|\/papers\/:paperId)?)?$/, 'managers and coordination'],
  [/^(GET|POST) \/(agreements|consent-texts)/, 'coordination'],
  [/^(GET|POST) \/audit(\.csv|\/exports(\/new|\/:requestId\/file)?)?$/, 'auditors'],
  [/^(GET|POST) \/break-glass\/(reviews|:glassId\/review)$/, 'managers and coordination'],
  [/^(GET|POST) \/mentoring(\/|$)/, 'mentors'],
  [/^POST \/mentor-matches\/:matchId\/gate$/, 'mentors'],
  [/^GET \/mentors\/(new|scheme|evidence|evidence\.pdf)$/, 'managers'],
  [
    /^POST \/mentors(\/scheme|\/evidence.*|\/:mentorId\/(standing|own-record|own-record\/reopening|leaving))?$/,
    'managers',
  ],
  [/^POST \/mentees\/:wishId\/match$/, 'managers'],
  [/^(GET|POST) \/(mentors|mentees|mentor-matches)(\/|$)/, 'workers and mentors'],
  [/^(GET|POST) \/expenses\/(funds|rates|batches)(\/|$)/, 'treasurers'],
  [/^GET \/expenses\/claims$/, 'managers and treasurers'],
  [/^POST \/expenses\/claims\/:claimId\/decision$/, 'managers and treasurers'],
  [/^(GET|POST) \/expenses(\/|$)/, 'claimants'],
  [/^(GET|POST) \/delivery(\.csv|\/|$)/, 'managers and treasurers'],
  [/^(GET|POST) \/contracts(\/|$)/, 'managers'],
  [/^GET \/programmes\/:programmeId\/figures(\.csv)?$/, 'workers'],
  [/^GET \/programmes(\/|$)/, 'directory'], // packages: nothing of anybody
  [/^GET \/travel-times(\.csv)?$/, 'directory'],
  [/^POST \/travel-times/, 'coordination'],
  [/^(GET|POST) \/lead-times$/, 'coordination'],
  [/^GET \/services(\.csv|\/plain|\/:serviceId|\/:serviceId\/(history|plain))?$/, 'directory'],
  [/^(GET|POST) \/services/, 'keepers of services'],
  [/^GET \/(api\/v1\/)?reports/, 'readers of reports'],
  [/^(GET|POST) \/reoffending\/extracts(\/|$)/, 'workers'],
  [/^(GET|POST) \/reoffending(\/|$)/, 'readers of reports'],
  [
    /^(GET \/targets\/new|GET \/targets\/:targetId\/edit|POST \/targets|POST \/targets\/:targetId(\/(status|status\/lift|retirement))?)$/,
    'coordination',
  ],
  [/^POST \/context(\/|$)/, 'coordination'],
  [/^POST \/surveys(\/:surveyId)?$/, 'coordination'],
  [/^GET \/surveys\/:surveyId$/, 'managers and coordination'],
  [/^(GET|POST) \/surveys(\/|$)/, 'readers of reports'],
  [
    /^(GET|POST) \/(targets|outputs|learning-sets|smart-plans|recommendations|context|distance)(\/|\.csv$|$)/,
    'managers and coordination',
  ],
  [/^GET \/evaluations\/sample-size$/, 'readers of reports'], // numbers of nobody
  [/^(GET|POST) \/evaluations(\.csv|\/|$)/, 'managers and coordination'],
  [/^POST \/mechanisms(\/beginning|\/:mechanismQuestionId\/retirement)?$/, 'coordination'],
  [/^(GET|POST) \/mechanisms(\.csv|\/|$)/, 'managers and coordination'],
  [/^(GET|POST) \/retention\/schedule$/, 'coordination'],
  [/^(GET|POST) \/retention(\/|$)/, 'managers'],
  [/^POST \/themes\/:themeId\/disposal(\/|$)/, 'managers'],
  [/^GET \/results(\.csv)?$/, 'anyone'], // what a coordinator published: figures that tell of nobody
  [/^POST \/results\/:quarter\/publication$/, 'coordination'],
  [/^(GET|POST) \/evidence(\/|$)/, 'readers of reports'],
  [/^(GET|POST) \/links/, 'coordination'],
  [/^(GET|POST) \/complaints/, 'managers and coordination'],
  [/^(GET|POST) \/data-breaches/, 'managers and coordination'],
  [/^POST \/exports\/:requestId\/(approval|refusal)$/, 'managers'],
  [/^(GET|POST) \/exports(\/|$)/, 'signed in'],
  [/^GET \/processing-records/, 'managers and coordination'],
  [/^(GET|POST) \/(api\/v1|alerts|allocations|appointments|assessments|caseload|cases|ended-cases|documents|imports|needs|movements|arrivals|inductions|wings|pre-release-offers|quiet-cases|notes|people|referrals|releases|steps|bars|break-glass|known-here|safeguarding|transfers|case-requests|corrections|release-stops|licence-conditions|licence-worries|first-contacts|handovers|goals|key-work|supervisor-contacts|calendar|reminder-letters|families|hubs|hub-tickets|call-hand-offs|rounds|programmes|courses|course-sessions|course-places|submissions|themes|theme-meetings|theme-reports)/, 'workers'], // biome-ignore format: one line
]
