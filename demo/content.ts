import agencies from './content/agencies.json' with { type: 'json' }
import goals from './content/goals.json' with { type: 'json' }
import names from './content/names.json' with { type: 'json' }
import notes from './content/notes.json' with { type: 'json' }
import pathwayTexts from './content/pathways.json' with { type: 'json' }
import services from './content/services.json' with { type: 'json' }
import workers from './content/workers.json' with { type: 'json' }

/** What the demonstration says, apart from how it is put together. All of it is made up. */
export interface AgencyText {
  code: string
  kind: string
  name: string
  place: string
  phone: string
  domain: string
  teams: string[]
  receiving?: string
}

export interface WorkerText {
  key: string
  agency: string
  name: string
  job: string
  phone: string
  roles: string[]
  team?: string
  locale?: string
}

export interface ServiceText {
  key: string
  agency?: string
  provider?: string
  providerEmail?: string
  providerPhone?: string
  name: string
  plain: string
  type: string
  pathways: string[]
  place: string
  inPrison?: boolean
  prisons?: string[]
  areas: string[]
  eligibility: { sexes?: string[]; minAge?: number; maxAge?: number; onLicence?: boolean; languages?: string[] }
  capacity: number | null
  free: number | null
  wait: number
  lead: number
  hours: string
  verified: number
  unit: string
  offers: string[]
  closed?: number
}

export interface NamesText {
  weight: number
  nationality: string
  languages: string[]
  interpreter?: string
  male: string[]
  female: string[]
  family: string[]
}

export interface NeedText {
  words: string
  step: string
  sentence: string
  services: string[]
}

export const agencyTexts: AgencyText[] = agencies
export const workerTexts: WorkerText[] = workers
export const serviceTexts: ServiceText[] = services
export const nameTexts: NamesText[] = names
export const noteTexts = notes
export const needTexts: Record<string, { needs: NeedText[]; calm: string[] }> = pathwayTexts
export const pathwayCodes = Object.keys(pathwayTexts)
export const ownWordsIn: Record<string, string[]> = notes.own

/** What people want, by pathway, and what they say to their plan. */
interface GoalText {
  kind: 'PRACTICAL' | 'INNER'
  lead: string | null
  doneWhen: string
  goals: string[]
  /** What is to be done, and by whom: the person, their worker inside, or the one outside. */
  steps: [title: string, by: string][]
}
const { said, brought, replies, happened, ...byPathway } = goals
export const goalTexts = byPathway as unknown as Record<string, GoalText>
export const planSaid = { said, brought, replies, happened }
