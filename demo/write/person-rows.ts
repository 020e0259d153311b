import { moment } from '../calendar.ts'
import type { Profile, Stay } from '../profile.ts'
import type { Context } from './context.ts'

const source = 'PRISON_SEARCH'

/** The person: who they are, where they live, where they are held and until when. @returns their id. */
export function writePerson(context: Context, profile: Profile): string {
  const { sheets, newId, calendar, partnership } = context
  const personId = newId()
  const ownerId = partnership.agency(profile.stay.prison).id
  const receivedAt = calendar.at(moment(profile.stay.received, 900))
  sheets.add('person', {
    id: personId,
    given_name: profile.givenName,
    middle_names: profile.middleNames,
    family_name: profile.familyName,
    chosen_name: profile.chosenName,
    born_on: profile.bornOn,
    sex: profile.sex,
    nationality: profile.nationality,
    languages: profile.languages,
    interpreter_language: profile.interpreterLanguage,
    access_needs: profile.accessNeeds,
    good_to_know: profile.goodToKnow,
    phone: profile.phone,
    made_at: receivedAt,
    owner_agency_id: ownerId,
  })
  for (const { type, value } of profile.numbers) {
    sheets.add('person_identifier', {
      id: newId(),
      person_id: personId,
      type,
      value,
      source,
      known_at: receivedAt,
      owner_agency_id: ownerId,
    })
  }
  for (const alias of profile.aliases) {
    sheets.add('person_alias', {
      id: newId(),
      person_id: personId,
      given_name: alias.givenName,
      family_name: alias.familyName,
      born_on: alias.bornOn,
      source,
      owner_agency_id: ownerId,
    })
  }
  for (const address of profile.addresses) {
    sheets.add('person_address', {
      id: newId(),
      person_id: personId,
      kind: address.kind,
      lines: address.lines,
      postcode: address.postcode,
      has_none: address.hasNone,
      is_hidden: address.isHidden,
      owner_agency_id: ownerId,
    })
  }
  writeStays(context, personId, profile.stay)
  for (const { type, day, known, replaced } of profile.dates) {
    sheets.add('release_date', {
      id: newId(),
      person_id: personId,
      type,
      day: calendar.day(day),
      source,
      known_at: calendar.past(known),
      replaced_at: replaced === null ? null : calendar.past(replaced),
      owner_agency_id: ownerId,
    })
  }
  return personId
}

function writeStays({ sheets, newId, calendar, partnership }: Context, personId: string, stay: Stay): void {
  const daysBefore = 40 // at the other prison, when they were moved
  const add = (prison: string, received: number, left: number | null, reason: string | null) => {
    const agencyId = partnership.agency(prison).id
    sheets.add('custody', {
      id: newId(),
      person_id: personId,
      agency_id: agencyId,
      wing: stay.wing,
      cell: stay.cell,
      received_on: calendar.day(received),
      left_on: left === null ? null : calendar.day(left),
      left_reason: reason,
      is_recalled: stay.isRecalled,
      legal_status: stay.isRecalled ? 'RECALL' : 'SENTENCED',
      source,
      known_at: calendar.past(left === null ? moment(0, 370) : moment(left, 370)),
      owner_agency_id: agencyId,
    })
  }
  if (stay.movedFrom) add(stay.movedFrom, stay.received - daysBefore, stay.received, 'TRANSFER')
  add(stay.prison, stay.received, stay.left, stay.left === null ? null : 'RELEASED')
}
