import { pathwayStatuses, pathways } from '../../needs/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  Counts,
  Key,
  Link,
  PageHead,
  Pager,
  PathwayStripHead,
  PrintButton,
  RowGroup,
  Table,
  TickedForm,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import { hrefOf, isFiltered, type Sort, type View, views, withoutFilters } from '../filters.ts'
import { words } from '../words.ts'
import { Filters } from './filters.tsx'
import { Nobody } from './nobody.tsx'
import type { ReleaseListProps } from './props.ts'
import { pathwayState, ReleaseRow } from './row.tsx'

const tones: Partial<Record<View, 'warn' | 'bad'>> = {
  'no-first-night': 'bad',
  early: 'warn',
  'no-worker': 'warn',
  passed: 'bad',
  'no-date': 'warn',
}
const onlyWhenAny: readonly View[] = ['passed', 'no-date']

/** Everybody who leaves in the window, soonest first. */
export function ReleaseListPage(props: ReleaseListProps) {
  const { page, list, filter, window } = props
  const { locale } = page
  const say = words(locale)
  const { counts, lines } = list
  const title = say('title', { weeks: Math.round(props.windowInDays / 7) })
  const span = { from: formatDay(locale, window.today, 'full'), until: formatDay(locale, window.until, 'full') }
  const known = list.knownAt ? ` ${say('known', { at: formatAt(locale, new Date(list.knownAt)) })}` : ''
  const matches = isFiltered(filter) ? ` ${say('matches', { count: list.matching })}` : ''
  const sub =
    lines.length === 0 && isFiltered(filter)
      ? say('none-sub')
      : `${say('sub', { count: counts.all, ...span })}${matches}${known}`
  return (
    <Layout page={page} title={title} print="wide">
      <PageHead
        title={title}
        sub={sub}
        actions={
          <>
            <PrintButton>{say('print')}</PrintButton>
            <Link class="" href={hrefOf(filter, {}, '/releases.csv')}>
              {say('csv')}
            </Link>
            <Link class="" href="/wings">
              {say('wings')}
            </Link>
            <Link class="" href="/exports">
              {say('asked')}
            </Link>
            {props.mayImport && (
              <Link class="" href="/imports">
                {say('import')}
              </Link>
            )}
            {props.mayImport && (
              <Link class="" href="/arrivals">
                {say('arrivals')}
              </Link>
            )}
          </>
        }
      />
      <h2 class="govuk-visually-hidden">{say('views')}</h2>
      <Counts
        label={say('views')}
        counts={views
          .filter((view) => !onlyWhenAny.includes(view) || counts[view] > 0 || filter.view === view)
          .map((view) => ({
            count: counts[view],
            text: say(`view.${view}`),
            href: hrefOf({ ...filter, ...withoutFilters }, { view }),
            tone: counts[view] > 0 ? tones[view] : undefined,
            isCurrent: view === filter.view,
          }))}
      />
      <Filters {...props} />
      <Key
        summary={say('key')}
        icons={keyOf(props)}
        glyphs={pathwayStatuses.map((status) => pathwayState(locale, 'HEALTH', status, new Map()))}
      />
      {lines.length === 0 ? <Nobody {...props} /> : <List {...props} />}
    </Layout>
  )
}

function List(props: ReleaseListProps) {
  const { page, list, filter } = props
  const say = words(page.locale)
  const isGrouped =
    filter.sort === 'release' &&
    filter.direction === 'ascending' &&
    filter.view !== 'passed' &&
    filter.view !== 'no-date'
  const column = (sort: Sort, text: string) => {
    const isSorted = filter.sort === sort
    const direction = isSorted && filter.direction === 'ascending' ? 'descending' : 'ascending'
    const sortedText = say(`sorted.${sort === 'release' ? 'release-' : ''}${filter.direction}` as 'sorted.ascending')
    return {
      text,
      href: hrefOf(filter, { sort, direction }),
      ...(isSorted && { sorted: filter.direction, sortedText }),
    }
  }
  let group = ''
  return (
    <>
      <Table
        kind="release"
        caption={say('caption')}
        isCaptionHidden
        columns={[
          column('release', say('column.release')),
          column('person', say('column.person')),
          { text: <PathwayStripHead label={say('column.pathways')} pathways={keyOf(props)} /> },
          column('to-do', say('column.to-do')),
          column('worker', say('column.worker')),
          column('contact', say('column.contact')),
        ]}
      >
        {list.lines.map((line) => {
          const nearness = nearnessOf(line.releaseOn, props)
          const isNew = isGrouped && nearness !== group
          group = nearness
          return (
            <>
              {isNew && (
                <RowGroup
                  title={say(`group.${nearness}`)}
                  count={say('group.count', { count: list.nearness[nearness] })}
                  span={6}
                />
              )}
              <ReleaseRow
                page={page}
                line={line}
                jurisdiction={props.jurisdiction}
                pathwayNames={props.pathwayNames}
                mayChoose={props.mayChoose}
              />
            </>
          )
        })}
      </Table>
      {props.mayChoose && <TickedForm action="/rounds" from="releases" button={say('tick.do')} />}
      <Pages {...props} />
    </>
  )
}

function nearnessOf(releaseOn: string | null, { window }: ReleaseListProps): 'week' | 'month' | 'later' {
  if (!releaseOn || releaseOn > window.endOfMonth) return 'later'
  return releaseOn <= window.endOfWeek ? 'week' : 'month'
}

const keyOf = ({ page: { locale }, pathwayNames }: ReleaseListProps) =>
  pathways.map((pathway) => pathwayState(locale, pathway, 'NOT_STARTED', pathwayNames))

function Pages({ page, list, filter, size }: ReleaseListProps) {
  const say = words(page.locale)
  const { skipped, matching, lines } = list
  const rest = matching - skipped - lines.length
  const first = lines[0]!.caseId
  const last = lines.at(-1)!.caseId
  return (
    <Pager
      shown={say('showing', { from: skipped + 1, to: skipped + lines.length, count: matching })}
      previous={
        skipped > 0
          ? { href: hrefOf(filter, { before: first }), text: say('previous', { count: Math.min(size, skipped) }) }
          : undefined
      }
      next={
        rest > 0
          ? { href: hrefOf(filter, { after: last }), text: say('next', { count: Math.min(size, rest) }) }
          : undefined
      }
    />
  )
}
