import type { Calendar } from './calendar.ts'
import {
  type AgencyText,
  agencyTexts,
  type ServiceText,
  serviceTexts,
  type WorkerText,
  workerTexts,
} from './content.ts'
import { moreWorkers } from './more-workers.ts'
import type { Sheets } from './sheets.ts'

export interface Worker extends WorkerText {
  id: string
  email: string
}

export interface Service extends ServiceText {
  id: string
  agencyId: string | null
}

/** Who and what there is before any person: found by the short keys that the content uses. */
export interface Partnership {
  agency(code: string): AgencyText & { id: string; receivingTeamId: string | null }
  worker(key: string): Worker
  service(key: string): Service
  /** Key workers of a prison, community managers of an area: those who are given people. */
  workersOf(agency: string, job: string): Worker[]
  /** Who decides for an agency: its first worker. */
  voiceOf(agency: string): Worker
}

// argon2id of the one password of all demonstration accounts (sign-ins.ts): published, so it protects nothing.
const passwordHash = '$argon2id$v=19$m=19456,t=2,p=1$qDjHTAt1m4Xg4S4LNgz9Xg$v/ZEMyFuXjiTblGN68imHSOf70XXZneQumXre8hc7Lg'

/** Writes the partnership, its agencies with their teams and workers, and the directory of services. */
export function writePartnership(sheets: Sheets, newId: () => string, calendar: Calendar, people: number): Partnership {
  const madeAt = calendar.at(-400 * 1_440)
  sheets.add('partnership', {
    id: newId(),
    name: 'Wexley and Carrow',
    is_demonstration: true,
    night_line_name: 'Night line',
    night_line_phone: '0808 157 0142', // of the numbers that Ofcom keeps for drama, as all numbers here
    made_at: madeAt,
  })

  const teams = new Map<string, string>()
  const agencies = new Map(
    agencyTexts.map((text) => [text.code, { ...text, id: newId(), receivingTeamId: '' as string | null }]),
  )
  for (const agency of agencies.values()) {
    for (const name of agency.teams) teams.set(`${agency.code} ${name}`, newId())
    agency.receivingTeamId = agency.receiving ? teams.get(`${agency.code} ${agency.receiving}`)! : null
    sheets.add('agency', {
      id: agency.id,
      code: agency.code,
      kind: agency.kind,
      name: agency.name,
      phone: agency.phone,
      email: `hello@${agency.domain}`,
      place: agency.place,
      made_at: madeAt,
    })
    for (const name of agency.teams) {
      sheets.add('team', { id: teams.get(`${agency.code} ${name}`)!, agency_id: agency.id, name })
    }
  }

  const workers = new Map<string, Worker>()
  for (const text of [...workerTexts, ...moreWorkers(people)]) {
    const agency = agencies.get(text.agency)!
    const worker = { ...text, id: newId(), email: `${text.key}@${agency.domain}` }
    workers.set(text.key, worker)
    sheets.add('account', {
      id: worker.id,
      agency_id: agency.id,
      email: worker.email,
      name: text.name,
      job_title: text.job,
      phone: text.phone,
      roles: text.roles,
      locale: text.locale ?? 'en',
      made_at: madeAt,
    })
    sheets.add('password', { account_id: worker.id, hash: passwordHash, changed_at: madeAt })
    const team = text.team && teams.get(`${text.agency} ${text.team}`)
    if (team) sheets.add('team_member', { team_id: team, account_id: worker.id })
  }

  const services = new Map<string, Service>()
  for (const text of serviceTexts) {
    const agencyId = text.agency ? agencies.get(text.agency)!.id : null
    const service = { ...text, id: newId(), agencyId }
    services.set(text.key, service)
    sheets.add('service', {
      id: service.id,
      agency_id: agencyId,
      provider_name: text.provider ?? agencies.get(text.agency!)!.name,
      provider_email: text.providerEmail ?? `referrals@${agencies.get(text.agency!)!.domain}`,
      provider_phone: text.providerPhone ?? agencies.get(text.agency!)!.phone,
      name: text.name,
      plain_words: text.plain,
      type: text.type,
      pathways: text.pathways,
      place: text.place,
      is_in_prison: text.inPrison ?? false,
      prisons: (text.prisons ?? []).map((code) => agencies.get(code)!.id),
      areas: text.areas,
      eligibility: JSON.stringify(text.eligibility),
      offers: text.offers,
      unit: text.unit as 'PLACES',
      capacity: text.capacity,
      places_free: text.free,
      wait_in_days: text.wait,
      lead_time_in_days: text.lead,
      opening_hours: text.hours,
      contact: text.providerPhone ?? agencies.get(text.agency!)!.phone,
      verified_on: calendar.day(-text.verified),
      closed_until_on: text.closed === undefined ? null : calendar.day(text.closed),
      made_at: madeAt,
    })
  }

  const byJob = Map.groupBy(workers.values(), ({ agency, job }) => `${agency} ${job}`)
  return {
    agency: (code) => found(agencies, code),
    worker: (key) => found(workers, key),
    service: (key) => found(services, key),
    workersOf: (agency, job) => byJob.get(`${agency} ${job}`) ?? [],
    voiceOf: (code) => workerTexts.map(({ key }) => workers.get(key)!).find(({ agency }) => agency === code)!,
  }
}

function found<T>(all: Map<string, T>, key: string): T {
  const one = all.get(key)
  if (!one) throw new Error(`The demonstration knows no ${key}.`)
  return one
}
