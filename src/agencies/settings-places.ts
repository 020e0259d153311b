/** The places of settings, and who may go there. */
const places = [
  { href: '/settings/users', name: 'place.users', text: 'place.users.text', may: 'administer the agency' },
  { href: '/settings/teams', name: 'place.teams', text: 'place.teams.text', may: 'administer the agency' },
  {
    href: '/settings/integrations',
    name: 'place.integrations',
    text: 'place.integrations.text',
    may: 'administer the agency',
  },
  {
    href: '/settings/inductions',
    name: 'place.induction',
    text: 'place.induction.text',
    may: 'administer the agency',
  },
  {
    href: '/settings/key-work',
    name: 'place.key-work',
    text: 'place.key-work.text',
    may: 'administer the agency',
  },
  { href: '/settings/sign-in', name: 'place.sign-in', text: 'place.sign-in.text', may: 'administer the agency' },
  { href: '/settings/agencies', name: 'place.agencies', text: 'place.agencies.text', may: 'administer the agency' },
  {
    href: '/settings/reorganisations',
    name: 'place.reorganisations',
    text: 'place.reorganisations.text',
    may: 'administer the agency',
  },
  {
    href: '/agreements',
    name: 'place.agreements',
    text: 'place.agreements.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/consent-texts',
    name: 'place.consent-texts',
    text: 'place.consent-texts.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/settings/pathways',
    name: 'place.pathways',
    text: 'place.pathways.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/question-sets',
    name: 'place.questions',
    text: 'place.questions.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/travel-times',
    name: 'place.travel-times',
    text: 'place.travel-times.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/lead-times',
    name: 'place.lead-times',
    text: 'place.lead-times.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/settings/partnership',
    name: 'place.partnership',
    text: 'place.partnership.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/settings/management-rule',
    name: 'place.management',
    text: 'place.management.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/settings/exports',
    name: 'place.exports',
    text: 'place.exports.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/settings/outside-hosts',
    name: 'place.outside',
    text: 'place.outside.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/retention/schedule',
    name: 'place.schedule',
    text: 'place.schedule.text',
    may: 'coordinate the partnership',
  },
  {
    href: '/retention',
    name: 'place.retention',
    text: 'place.retention.text',
    may: 'dispose of records',
  },
  {
    href: '/subject-access',
    name: 'place.copies',
    text: 'place.copies.text',
    may: 'answer subject access',
  },
  {
    href: '/complaints',
    name: 'place.complaints',
    text: 'place.complaints.text',
    may: 'answer complaints',
  },
  {
    href: '/data-breaches',
    name: 'place.breaches',
    text: 'place.breaches.text',
    may: 'keep breaches',
  },
  {
    href: '/processing-records',
    name: 'place.processing',
    text: 'place.processing.text',
    may: 'see agreements',
  },
] as const

export const settingsPlaces = (may: ReadonlySet<string>) => places.filter((place) => may.has(place.may))
