import type { Service } from './listed-service.ts'

/** Entries as rows of a spreadsheet: codes as they are kept, days as ISO 8601. */
export function csvRows(services: Service[]): Record<string, string | number | null>[] {
  return services.map((service) => ({
    id: service.id,
    name: service.name,
    provider: service.providerName,
    type: service.type,
    pathways: service.pathways.join(' '),
    place: service.place,
    in_prison: service.isInPrison ? 'yes' : 'no',
    areas: service.areas.join('; '),
    sexes: service.eligibility.sexes.join(' '),
    min_age: service.eligibility.minAge,
    max_age: service.eligibility.maxAge,
    on_licence: service.eligibility.onLicence === null ? '' : service.eligibility.onLicence ? 'yes' : 'no',
    languages: service.eligibility.languages.join(' '),
    offers: service.offers.join('; '),
    unit: service.unit,
    capacity: service.capacity,
    places_free: service.placesFree,
    wait_in_days: service.waitInDays,
    lead_time_in_days: service.leadTimeInDays,
    closed_until_on: service.closedUntilOn,
    opening_hours: service.openingHours,
    contact: service.contact,
    phone: service.providerPhone,
    email: service.providerEmail,
    asked: service.reliability.asked,
    answered: service.reliability.answered,
    days_to_answer: service.reliability.daysToAnswer,
    verified_on: service.verifiedOn,
    plain_words: service.plainWords,
  }))
}
