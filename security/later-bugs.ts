import type { Bug } from './planted-bugs.ts'

const access = (table: string, part: string) =>
  new RegExp(`(access\\.\\w+ = ${table}\\.\\w+ and access\\.field_group = )'${part}'`)
const opened = (policy: string, table: string, verb = 'select') =>
  new RegExp(`(${policy} on ${table} (?:as \\w+ )?for ${verb} to throughline_app\\s+using \\()[\\s\\S]*?\\)\\);`)

/** What could go wrong in the capabilities that came after the record itself. */
export const laterBugs: readonly Bug[] = [
  { what: 'transfers are seen by everybody', file: 'src/transfers/policy.sql', find: opened('transfer_seen', 'case_transfer'), put: '$1true);' },
  { what: 'whoever works on a case gives it away', file: 'src/transfers/policy.sql', find: /\n {4}and c\.owner_agency_id = \(select acting_agency\(\)\)\)/, put: ')', by: 'src/transfers' },
  { what: 'who asks to join learns whom they asked about', file: 'src/case-requests/policy.sql', find: opened('case_request_subject_seen', 'case_request_subject'), put: '$1true);' },
  { what: 'requests to join are seen by everybody', file: 'src/case-requests/policy.sql', find: opened('case_request_seen', 'case_request'), put: '$1true);' },
  { what: 'corrections are read by whoever sees the case', file: 'src/corrections/policy.sql', find: /and exists \(select from note where note\.id = fact_id\)\)/, put: "and exists (select from access where access.case_id = correction.case_id))" },
  { what: 'a restriction is lifted by another agency', file: 'src/corrections/policy.sql', find: /kind = 'RESTRICTION' and owner_agency_id = \(select acting_agency\(\)\) and/, put: "kind = 'RESTRICTION' and" },
  { what: 'copies are prepared before workers', file: 'src/subject-access/policy.sql', find: /(subject_access_item_seen [\s\S]*?)\(select is_manager\(\)\) and /, put: '$1' },
  { what: 'who hands a copy over sees what goes apart', file: 'src/subject-access/policy.sql', find: / and not is_apart/, put: '' },
  { what: 'who decided checks themself', file: 'src/subject-access/policy.sql', find: / and decided_by <> checked_by/, put: '' },
  { what: 'what is due is seen by workers', file: 'src/retention/policy.sql', find: / {2}using \(owner_agency_id = \(select acting_agency\(\)\) and \(select is_manager\(\)\)\);\ncreate policy due_not_closed/, put: '  using (owner_agency_id = (select acting_agency()));\ncreate policy due_not_closed' },
  { what: 'a hold is lifted by another agency', file: 'src/retention/policy.sql', find: /(hold_lifted [\s\S]*?)owner_agency_id = \(select acting_agency\(\)\) and /, put: '$1' },
  { what: 'workers shorten the days before a disposal', file: 'src/retention/policy.sql', find: /using \(\(select is_coordinator\(\)\)\) with check \(\(select is_coordinator\(\)\)\);/, put: 'using (true) with check (true);' },
  { what: 'breaches are read by every agency’s managers', file: 'src/data-breaches/policy.sql', find: /owner_agency_id = \(select acting_agency\(\)\) and \(select is_manager\(\)\)\) or/, put: 'true) or' },
  { what: 'complaints are read by all of the agency', file: 'src/complaints/policy.sql', find: /(complaint_seen [\s\S]*?)about_agency_id = \(select acting_agency\(\)\) and \(select is_manager\(\)\)/, put: '$1about_agency_id = (select acting_agency())' },
  { what: 'who asks for an export approves it', file: 'src/exports/policy.sql', find: /\n {4}and r\.asked_by <> \(select acting_user\(\)\)/, put: '\n    and true' },
  { what: 'an export is taken by somebody else', file: 'src/exports/policy.sql', find: /(export_taking_made [\s\S]*?)r\.asked_by = \(select acting_user\(\)\) and /, put: '$1' },
  { what: 'colleagues see what somebody exports', file: 'src/exports/policy.sql', find: / and \(asked_by = \(select acting_user\(\)\) or \(select is_manager\(\)\)\)\);/, put: ');' },
  { what: 'workers read when their colleagues leave', file: 'src/accounts/policy.sql', find: /(account_term_seen [\s\S]*?)\n {4}and \(\(select is_administrator\(\)\)[^;]*;/, put: '$1));' },
  { what: 'workers read how their agency signs in', file: 'src/sign-in/policy.sql', find: /(agency_sign_in_seen [\s\S]*?acting_agency\(\)\)) and \(\(select is_administrator[^;]*;/, put: '$1);' },
  { what: 'somebody uses another’s passkey', file: 'src/sign-in/passkeys/functions.sql', find: /where id = one and account_id = acting_user\(\) and \(new_counter/, put: 'where id = one and (new_counter' },
  { what: 'everybody’s passkeys are listed', file: 'src/sign-in/passkeys/functions.sql', find: /from passkey where account_id = acting_user\(\) order by/, put: 'from passkey order by' },
  { what: 'an administrator takes anybody’s passkeys', file: 'src/sign-in/passkeys/functions.sql', find: /if not \(is_coordinator\(\) or[\s\S]*?then\n/, put: 'if false then\n' },
  { what: 'a coordinator comes in through a provider', file: 'src/sign-in/provider/functions.sql', find: / or a\.is_integration or a\.roles && '\{COORDINATOR,AUDITOR\}'/, put: '', by: 'src/sign-in/provider' },
  { what: 'a provider signs in another agency’s workers', file: 'src/sign-in/provider/functions.sql', find: /where a\.agency_id = agency and \(p\.account_id/, put: 'where (p.account_id', by: 'src/sign-in/provider' },
  { what: 'a token for users opens the records', file: 'src/integrations/who-calls.ts', find: /const keepsUsers = caller\.opens === 'scim'/, put: 'const keepsUsers = false', by: 'src/accounts/scim' },
  { what: 'SCIM finds other agencies’ users', file: 'src/accounts/queries/users.ts', find: / and agency_id = \$\{reading\.actor\.agencyId\}/, put: '', by: 'src/accounts/scim' },
  { what: 'tokens are made by workers', file: 'src/integrations/policy.sql', find: /(api_token_made [\s\S]*?)\(is_administrator\(\) or is_coordinator\(\)\) and /, put: '$1' },
  { what: 'another prison tells of a movement', file: 'src/custody/moves/functions.sql', find: /if new\.kind not in \('DEATH', 'RECALL'\) and/, put: 'if false and', by: 'src/custody/moves' },
  { what: 'movements are entered by who may only read', file: 'src/custody/policy.sql', find: /(movement_entered [\s\S]*?field_group = 'custody') and access\.may_contribute/, put: '$1' },
  { what: 'movements are open', file: 'src/custody/policy.sql', find: opened('movement_seen', 'movement'), put: '$1true);' },
  { what: 'another agency answers for an induction', file: 'src/inductions/policy.sql', find: /(induction_answered on induction for update to throughline_app using \(\n {2})agency_id = \(select acting_agency\(\)\)\n {2}and /, put: '$1' },
  { what: 'worries go with the name', file: 'src/licences/policy.sql', find: access('licence_worry', 'plan'), put: "$1'identity'" },
  { what: 'licence conditions are written by who may only read', file: 'src/licences/policy.sql', find: /(licence_condition_added [\s\S]*?field_group = 'custody') and access\.may_contribute/, put: '$1' },
  { what: 'a stop for a medicine is seen with the plan', file: 'src/release-days/policy.sql', find: /(release_stop_seen [\s\S]*?)access\.field_group = release_stop\.field_group/, put: "$1access.field_group = 'plan'" },
  { what: 'the release day is open', file: 'src/release-days/policy.sql', find: opened('release_day_seen', 'release_day'), put: '$1true);' },
  { what: 'a charity reads another’s documents of mentoring', file: 'src/documents/policy.sql', find: /field_group <> 'mentoring' or/, put: 'true or' },
  { what: 'a charity reads another’s notes of mentoring', file: 'src/contacts/policy.sql', find: /field_group <> 'mentoring' or/, put: 'true or' },
  { what: 'documents are added in parts that are closed', file: 'src/documents/policy.sql', find: /(document_added [\s\S]*?access\.case_id = document\.case_id) and access\.field_group = document\.field_group/, put: '$1' },
  { what: 'an agency says yes for the person', file: 'src/consents/policy.sql', find: /\(may_bring_in\(case_id\) or \([^;]*;/, put: 'true);' },
  { what: 'who waits in a hub is open', file: 'src/hubs/policy.sql', find: /exists \(select from access where access\.person_id = hub_visitor\.person_id and access\.field_group = 'identity'\) end/, put: 'true end' },
  { what: 'what the person asked is seen with the name', file: 'src/own-door/policy.sql', find: access('own_request', 'plan'), put: "$1'identity'" },
] // biome-ignore format: a table
