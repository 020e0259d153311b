import { pathwayLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Button, Cell, Empty, FilterRow, Input, Link, PageHead, Pager, Row, RowHead, Select, StatusTag, Table, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { fitOf } from '../fit.ts'
import { isStale, type Service } from '../listed-service.ts'
import type { ServiceFilter } from '../queries/services.ts'
import { answersOf, freeOf, reasonText, tagOf } from '../shown.ts'
import { words } from '../words.ts'

export interface ServicesPageProps {
  page: PageContext
  services: Service[]
  counts: { all: number; stale: number }
  filter: ServiceFilter
  pathways: readonly string[]
  areas: readonly string[]
  /** The query without the place in the list. */
  query: string
  nextHref?: string | undefined
  isFirst: boolean
  mayKeep: boolean
}

/** The directory: what there is, for whom, where, whether there is room, and how sure that is. */
export function ServicesPage(props: ServicesPageProps) {
  const { page, services, counts, filter, query, nextHref, isFirst, mayKeep } = props
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('list.title')} print="wide">
      <PageHead
        title={say('list.title')}
        sub={say('list.sub', { count: counts.all, stale: counts.stale })}
        actions={
          <>
            <Link href={`/services/plain${query}`}>{say('list.plain')}</Link>
            <Link href={`/services.csv${query}`}>{say('list.csv')}</Link>
            {mayKeep && (
              <Button kind="secondary" href="/services/new">
                {say('list.add')}
              </Button>
            )}
          </>
        }
      />
      <Filters {...props} />
      {services.length === 0 ? (
        <Empty title={say('list.empty')} isAnswer>
          <p class="govuk-body">{say('list.empty-text')}</p>
          <WayOn href="/services">{say('list.clear')}</WayOn>
        </Empty>
      ) : (
        <>
          <ServiceTable page={page} services={services} isWithdrawn={filter.isWithdrawn ?? false} />
          <Pager
            shown={say('list.shown', { count: services.length })}
            previous={isFirst ? undefined : { href: `/services${query}`, text: say('list.first') }}
            next={nextHref ? { href: nextHref, text: say('list.next') } : undefined}
          />
        </>
      )}
    </Layout>
  )
}

function Filters({ page, filter, pathways, areas, mayKeep }: ServicesPageProps) {
  const say = words(page.locale)
  const any = { value: '', text: say('list.any') }
  const isFiltered = Object.values(filter).some(Boolean)
  const shown = filter.isFree
    ? 'free'
    : filter.isStale
      ? 'stale'
      : filter.isWithdrawn
        ? 'withdrawn'
        : filter.agencyId
          ? 'own'
          : ''
  return (
    <FilterRow
      label={say('list.filters')}
      action="/services"
      summary={say('list.change-filters')}
      submit={say('list.apply')}
      links={isFiltered ? [{ text: say('list.clear'), href: '/services' }] : []}
    >
      <Input name="words" label={say('list.search')} value={filter.words} />
      <Select
        name="pathway"
        label={say('list.pathway')}
        items={[any, ...pathways.map((value) => ({ value, text: pathwayLabel(page.locale, value) }))]}
        value={filter.pathway ?? ''}
      />
      <Select
        name="area"
        label={say('list.area')}
        items={[any, ...areas.map((value) => ({ value, text: value }))]}
        value={filter.area ?? ''}
      />
      <Select
        name="where"
        label={say('list.where')}
        items={[
          any,
          { value: 'prison', text: say('list.where-prison') },
          { value: 'community', text: say('list.where-community') },
        ]}
        value={filter.where ?? ''}
      />
      <Select
        name="show"
        label={say('list.show')}
        items={[
          any,
          { value: 'free', text: say('list.show-free') },
          { value: 'stale', text: say('list.show-stale') },
          { value: 'own', text: say('list.show-own') },
          ...(mayKeep ? [{ value: 'withdrawn', text: say('list.withdrawn') }] : []),
        ]}
        value={shown}
      />
    </FilterRow>
  )
}

function ServiceTable({
  page,
  services,
  isWithdrawn,
}: {
  page: PageContext
  services: Service[]
  isWithdrawn: boolean
}) {
  const { locale } = page
  const say = words(locale)
  const today = dayAt(page.now)
  const columns = (['service', 'for', 'place', 'free', 'answers', 'checked'] as const).map((name) => ({
    text: say(`column.${name}`),
  }))
  return (
    <Table caption={say('list.title')} isCaptionHidden columns={columns}>
      {services.map((service) => {
        const tag = tagOf(locale, service, today)
        return (
          <Row>
            <RowHead>
              <Link class="tl-link" href={`/services/${service.id}`}>
                {service.name}
              </Link>
              <small>{service.providerName}</small>
              {isWithdrawn && <StatusTag>{say('withdrawn.tag')}</StatusTag>}
            </RowHead>
            <Cell label={say('column.for')}>
              {takesText(page, service)}
              <small>{service.pathways.map((code) => pathwayLabel(locale, code)).join(', ')}</small>
            </Cell>
            <Cell label={say('column.place')}>{service.place || service.areas.join(', ')}</Cell>
            <Cell label={say('column.free')} class="tl-num">
              {freeOf(locale, service) || say('free.unknown')}{' '}
              {tag?.tone === 'warn' && <StatusTag tone="warn">{tag.text}</StatusTag>}
            </Cell>
            <Cell label={say('column.answers')} class="tl-num">
              {answersOf(locale, service)}
            </Cell>
            <Cell label={say('column.checked')} class="tl-num">
              {formatDay(locale, service.verifiedOn, 'full')}{' '}
              {isStale(service.verifiedOn, today) && <StatusTag tone="warn">{say('stale.short')}</StatusTag>}
            </Cell>
          </Row>
        )
      })}
    </Table>
  )
}

const anybody = {
  calledName: '', bornOn: null, sex: null, prisonId: null, prisonName: null, releaseOn: null, isOnLicence: null,
  interpreterLanguage: null, accessNeeds: [], area: null,
} // biome-ignore format: nothing is known of anybody

/** "Takes men aged 18 or over on licence": whom it takes, whoever asks. */
export function takesText({ locale, now }: PageContext, service: Service): string {
  const { reasons } = fitOf(service, anybody, { neededByOn: null, today: dayAt(now), isAskedAlready: false })
  const takes = reasons.find(({ code }) => code === 'takes')
  return takes ? reasonText(locale, takes) : ''
}
