import { statusLabel } from '../../agencies/index.ts'
import { pathwayStatuses, pathways } from '../../needs/index.ts'
import { Chips, FilterRow, Input, Select } from '../../platform/web/components/index.ts'
import { hrefOf, isFiltered, type ListFilter, queryOf, withoutFilters } from '../filters.ts'
import { words } from '../words.ts'
import type { ReleaseListProps } from './props.ts'
import { pathwayState } from './row.tsx'

/** One row of filters, those that are on as chips, and the reader's own views. */
export function Filters(props: ReleaseListProps) {
  const { page, list, filter, saved } = props
  const say = words(page.locale)
  const statuses = statusPairs(props) // costs as much as all else on the row
  const chosen = chosenOf(props, statuses)
  const kept = {
    view: filter.view === 'all' ? undefined : filter.view,
    sort: filter.sort === 'release' ? undefined : filter.sort,
  }
  const shownNow = queryOf({ ...filter, after: '', before: '' })
  const links = [
    ...(isFiltered(filter) ? [{ text: say('filters.clear'), href: hrefOf(filter, withoutFilters) }] : []),
    { text: say('filters.save'), href: `/releases/views/new?${shownNow}` },
  ]
  return (
    <>
      {saved.length > 0 && (
        <Chips
          label={say('filters.own')}
          chips={saved.map(({ name, query }) => ({
            ...{ text: name, href: `/releases?${query}` },
            isCurrent: query === shownNow,
          }))}
        />
      )}
      <FilterRow
        label={say('filters')}
        action="/releases"
        summary={say('filters.change', { count: chosen.length })}
        isOpen={chosen.length > 0}
        submit={say('filter.show')}
        chosen={chosen}
        removeText={say('filters.remove')}
        links={links}
        kept={{ ...kept, dir: filter.direction === 'ascending' ? undefined : filter.direction }}
      >
        <Input name="q" label={say('filter.words')} type="search" autocomplete="off" value={filter.words} />
        <Select
          name="wing"
          label={say('filter.wing')}
          value={filter.wing}
          items={[
            { value: '', text: say('filter.wing-all') },
            ...list.wings.map((wing) => ({ value: wing, text: say('filter.wing-name', { wing }) })),
          ]}
        />
        <OfWorker {...props} />
        <Select
          name="status"
          label={say('filter.status')}
          value={filter.status}
          items={[{ value: '', text: say('filter.status-any') }, ...statuses]}
        />
      </FilterRow>
    </>
  )
}

/** Whose people: chosen from few, or a name typed where there are too many to choose from. */
function OfWorker({ page, list: { workers }, filter }: ReleaseListProps) {
  const say = words(page.locale)
  if (!workers) {
    return (
      <>
        {filter.worker !== '' && <input type="hidden" name="worker" value={filter.worker} />}
        <Input name="named" label={say('filter.named')} type="search" autocomplete="off" value={filter.named} />
      </>
    )
  }
  return (
    <>
      {filter.named !== '' && <input type="hidden" name="named" value={filter.named} />}
      <Select
        name="worker"
        label={say('filter.worker')}
        value={filter.worker}
        items={[
          { value: '', text: say('filter.worker-any') },
          ...[...workers]
            .sort((a, b) => a.name.localeCompare(b.name))
            .map(({ id, name }) => ({ value: id, text: name })),
          { value: 'none', text: say('filter.worker-none') },
        ]}
      />
    </>
  )
}

function statusPairs({ page: { locale }, pathwayNames }: ReleaseListProps) {
  const say = words(locale)
  return pathways.flatMap((pathway) =>
    pathwayStatuses.map((status) => ({
      value: `${pathway}:${status}`,
      text: say('filter.status-pair', {
        pathway: pathwayState(locale, pathway, status, pathwayNames).name,
        status: statusLabel(locale, status).toLowerCase(),
      }),
    })),
  )
}

function chosenOf(
  props: ReleaseListProps,
  statuses: { value: string; text: string }[],
): { text: string; href: string }[] {
  const { page, filter, list } = props
  const say = words(page.locale)
  const worker = filter.worker === 'none' ? say('filter.worker-none') : (list.worker ?? '')
  const texts: Partial<Record<keyof ListFilter, string>> = {
    words: filter.words && `“${filter.words}”`,
    wing: filter.wing && say('filter.wing-name', { wing: filter.wing }),
    worker: filter.worker && worker,
    named: filter.named && say('filter.named-as', { name: filter.named }),
    status: statuses.find(({ value }) => value === filter.status)?.text ?? '',
  }
  return Object.entries(texts).flatMap(([name, text]) => (text ? [{ text, href: hrefOf(filter, { [name]: '' }) }] : []))
}
