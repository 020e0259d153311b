import type { Relation } from './cast.ts'
import { laterBugs } from './later-bugs.ts'

/** A mistake that somebody could make, as a change of one file. */
export interface Bug {
  what: string
  file: string
  find: RegExp
  put: string
  /** The tests that must find it where the matrix cannot see it; the matrix itself when left out. */
  by?: string
  /** Whose cells of the routes are asked first; the others' are asked where none of those is wrong. */
  as?: Relation
}

const sight = (table: string, part: string) => new RegExp(`(sight\\.\\w+ = ${table}\\.\\w+ and )'${part}'`)

/** Twenty and more. Each is planted alone, and the matrix must find it. */
const firstBugs: readonly Bug[] = [
  { what: 'whoever sees one person sees all', file: 'src/people/policy.sql', find: /sight\.person_id = person\.id and 'identity' = any\(sight\.reads\)\)\);/, put: "'identity' = any(sight.reads)));" },
  { what: 'addresses go with the name', file: 'src/people/policy.sql', find: sight('person_address', 'contact'), put: "$1'identity'" },
  { what: 'names are changed by who may only read them', file: 'src/people/policy.sql', find: /(person_changed on person for update to throughline_app using \(\n\s+exists \(select from sight where sight\.person_id = person\.id and 'identity' = any\(sight\.)writes/, put: '$1reads' },
  { what: 'every case is open to who signed in', file: 'src/cases/policy.sql', find: /(case_seen on case_file for select to throughline_app using \()[\s\S]*?\)\);/, put: '$1(select acting_agency()) is not null);' },
  { what: 'the rows of lists are open', file: 'src/cases/policy.sql', find: /(summary_seen on case_summary for select to throughline_app using \()[\s\S]*?\)\);/, put: '$1true);' },
  { what: 'places in the lists are open', file: 'src/cases/policy.sql', find: /(place_of_mine on case_place for select to throughline_app using \()[\s\S]*?\);/, put: '$1true);' },
  { what: 'parties of a case are open', file: 'src/cases/policy.sql', find: /(party_seen on case_party for select to throughline_app using \()[\s\S]*?\)\);/, put: '$1true);' },
  { what: 'needs go with the name', file: 'src/needs/policy.sql', find: sight('need', 'needs'), put: "$1'identity'" },
  { what: 'needs are written by who may only read them', file: 'src/needs/policy.sql', find: /(need_added [\s\S]*?'needs' = any\(sight\.)writes/, put: '$1reads' },
  { what: 'pathways go with the name', file: 'src/needs/policy.sql', find: sight('pathway_status', 'needs'), put: "$1'identity'" },
  { what: 'where somebody is held is open', file: 'src/custody/policy.sql', find: /(custody_seen on custody for select to throughline_app using \()[\s\S]*?\)\);/, put: '$1true);' },
  { what: 'dates are written by who may only read them', file: 'src/custody/policy.sql', find: /(release_date_added [\s\S]*?'custody' = any\(sight\.)writes/, put: '$1reads' },
  { what: 'answers go with the name', file: 'src/assessments/policy.sql', find: sight('answer', 'assessment'), put: "$1'identity'" },
  { what: 'the plan goes with the name', file: 'src/plans/policy.sql', find: sight('step', 'plan'), put: "$1'identity'" },
  { what: 'appointments go with the name', file: 'src/appointments/policy.sql', find: sight('appointment', 'plan'), put: "$1'identity'" },
  {
    what: 'referrals are seen by whoever sees anything',
    file: 'src/referrals/policy.sql',
    find: /(sight\.case_id = referral\.case_id) and 'referrals' = any\(sight\.reads\)\)\);/,
    put: '$1));',
  },
  { what: 'notes of every part are seen with one', file: 'src/contacts/policy.sql', find: /(note_seen [\s\S]*?sight\.case_id = note\.case_id) and note\.field_group = any\(sight\.\w+\)/, put: '$1' },
  { what: 'notes are written in parts that are closed', file: 'src/contacts/functions.sql', find: /(add_note[\s\S]*?a\.case_id = about_case) and part = any\(a\.writes\)/, put: '$1' },
  { what: 'documents of every part are seen with one', file: 'src/documents/policy.sql', find: /(document_seen [\s\S]*?sight\.case_id = document\.case_id) and document\.field_group = any\(sight\.\w+\)/, put: '$1' },
  { what: 'what a document holds is open', file: 'src/documents/policy.sql', find: /(document_read on document_content for select to throughline_app using \()[\s\S]*?\)\);/, put: '$1true);' },
  { what: 'sight of all is everybody’s', file: 'src/agreements/policy.sql', find: /audience_id = any\(\(select acting_audiences\(\)\)::uuid\[\]\) and /, put: '' },
  { what: 'who left a case still sees it', file: 'src/agreements/sight/functions.sql', find: / and p\.until_on is null/, put: '' },
  { what: 'a brother sees the record', file: 'src/agreements/policy.sql', find: /using \(person_id <> all\(\(select people_closed\(\)\)::uuid\[\]\)\)/, put: 'using (true)' },
  { what: 'what is for one kind of agency is for all', file: 'src/agreements/sight/functions.sql', find: /\n\s+and \(g\.agency_kind is null or g\.agency_kind = y\.kind\)/, put: '' },
  { what: 'a service that is asked sees the notes', file: 'src/agreements/founding/functions.sql', find: /'\{identity,custody,referrals\}', false\)/, put: "'{identity,custody,referrals,notes}', false)" },
  { what: 'an administrator may see cases', file: 'src/agencies/roles.ts', find: /ADMINISTRATOR: \['administer the agency'\]/, put: "ADMINISTRATOR: ['administer the agency', 'see cases']", by: 'security/routes.test.ts', as: 'administrator' },
  { what: 'an auditor may coordinate', file: 'src/agencies/roles.ts', find: /AUDITOR: \['read the audit'\]/, put: "AUDITOR: ['read the audit', 'coordinate the partnership']", by: 'security/routes.test.ts', as: 'auditor' },
  { what: 'an address without its permission', file: 'src/contacts/routes.ts', find: /const seen = \{ config: \{ may: 'see cases'/, put: "const seen = { config: { may: 'signed-in'", by: 'security/routes.test.ts', as: 'administrator' },
  { what: 'permissions are not asked at all', file: 'src/platform/web/app.ts', find: /if \(may !== 'signed-in' && !optionalActor\.may\.has\(may\)\) throw/, put: 'if (false) throw', by: 'security/routes.test.ts', as: 'administrator' },
] // biome-ignore format: a table

/** Those whose name says these words; all where there are none. */
export const wantedBugs = (words: string): Bug[] =>
  [...firstBugs, ...laterBugs].filter(({ what }) => what.includes(words))

/** Whether the database keeps it at once: how sight is derived counts only for parties that come after. */
export const isQuick = ({ file, by }: Bug): boolean =>
  file.endsWith('.sql') && !by && !/agreements\/.*functions/.test(file)
