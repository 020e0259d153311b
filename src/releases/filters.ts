import { z } from 'zod'
import { pathwayStatuses, pathways } from '../needs/index.ts'

/** The saved views that every list has; each carries its count. */
export const views = [
  'all',
  'mine',
  'soon',
  'no-first-night',
  'early',
  'no-worker',
  'interpreter',
  'passed',
  'no-date',
] as const
export type View = (typeof views)[number]

export const sorts = ['release', 'person', 'to-do', 'worker', 'contact'] as const
export type Sort = (typeof sorts)[number]

export type Direction = 'ascending' | 'descending'

/** What the address of the list asks for. */
export interface ListFilter {
  view: View
  sort: Sort
  direction: Direction
  /** Part of a name, or a prison number. */
  words: string
  wing: string
  /** An account, or 'none'. */
  worker: string
  /** Part of the name of a key worker, where there are too many to choose from. */
  named: string
  /** As `ACCOMMODATION:SUPPORT_REQUIRED`. */
  status: string
  /** The case after which the page begins. */
  after: string
  before: string
}

const statusPair = z
  .string()
  .refine((pair) => {
    const [pathway = '', status = ''] = pair.split(':')
    return (pathways as readonly string[]).includes(pathway) && (pathwayStatuses as readonly string[]).includes(status)
  })
  .catch('')
const uuid = z.uuid().catch('')
const query = z.object({
  view: z.enum(views).catch('all'),
  sort: z.enum(sorts).catch('release'),
  direction: z.enum(['ascending', 'descending']).catch('ascending'),
  words: z.string().trim().max(100).catch(''),
  wing: z.string().trim().max(50).catch(''),
  worker: z.union([z.uuid(), z.literal('none')]).catch(''),
  named: z.string().trim().max(100).catch(''),
  status: statusPair,
  after: uuid,
  before: uuid,
})

const names = {
  view: 'view',
  sort: 'sort',
  direction: 'dir',
  words: 'q',
  wing: 'wing',
  worker: 'worker',
  named: 'named',
  status: 'status',
  after: 'after',
  before: 'before',
} as const
const blank: ListFilter = {
  view: 'all',
  sort: 'release',
  direction: 'ascending',
  words: '',
  wing: '',
  worker: '',
  named: '',
  status: '',
  after: '',
  before: '',
}

/** Reads an address; what makes no sense there counts as not said. */
export function readFilter(sent: unknown): ListFilter {
  const parameters = (sent ?? {}) as Record<string, unknown>
  const entries = Object.entries(names).map(([field, name]) => [field, parameters[name]])
  return query.parse(Object.fromEntries(entries))
}

/** The address of the list with some of its filter changed; paging begins anew unless it is what changes. */
export function hrefOf(filter: ListFilter, changed: Partial<ListFilter> = {}, path = '/releases'): string {
  const text = queryOf({ ...filter, after: '', before: '', ...changed })
  return text === '' ? path : `${path}?${text}`
}

/** The filter as the part of an address after the question mark; what is left at its usual is left out. */
export function queryOf(filter: ListFilter): string {
  const parameters = new URLSearchParams()
  for (const [field, name] of Object.entries(names) as [keyof ListFilter, string][]) {
    if (filter[field] !== blank[field]) parameters.set(name, filter[field])
  }
  return parameters.toString()
}

export const isFiltered = ({ words, wing, worker, named, status }: ListFilter): boolean =>
  [words, wing, worker, named, status].some((value) => value !== '')
export const withoutFilters = { words: '', wing: '', worker: '', named: '', status: '' } as const
