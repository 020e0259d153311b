import { formatDay, formatNumber } from '../../platform/dates.ts'
import {
  BackLink,
  Cell,
  Details,
  Empty,
  Link,
  PageHead,
  Row,
  RowHead,
  Section,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Hub } from '../queries/hubs.ts'
import type { Measure } from '../queries/measures.ts'
import { words } from '../words.ts'

export const measureNames = ['came', 'minutesToService', 'handOffs', 'avoided', 'leftUnseen'] as const
type Name = (typeof measureNames)[number]
interface Props {
  page: PageContext
  hub: Hub
  days: readonly Measure[]
  weeks: readonly Measure[]
}

/** What the hub did: a small chart for each measure, each with its table. */
export function MeasuresPage({ page, hub, days, weeks }: Props) {
  const say = words(page.locale)
  const title = say('measures.title', { name: hub.name })
  return (
    <Layout page={page} title={title} print="wide">
      <BackLink href={`/hubs/${hub.id}`}>{hub.name}</BackLink>
      <PageHead
        title={title}
        sub={say('measures.sub')}
        actions={<Link href={`/hubs/${hub.id}/measures.csv`}>{say('measures.csv')}</Link>}
      />
      {days.length + weeks.length === 0 && (
        <Empty title={say('measures.none')}>
          <p class="govuk-body">{say('measures.none-text')}</p>
        </Empty>
      )}
      <Period page={page} by="day" rows={days} />
      <Period page={page} by="week" rows={weeks} />
      <p class="govuk-body tl-quiet">{say('measures.caveat')}</p>
    </Layout>
  )
}

function Period({ page, by, rows }: { page: PageContext; by: 'day' | 'week'; rows: readonly Measure[] }) {
  const say = words(page.locale)
  if (rows.length === 0) return null
  return (
    <Section id={`h-${by}`} title={say(`measures.by-${by}`)}>
      <div class="tl-hubcharts">
        {measureNames.map((name) => (
          <Chart page={page} by={by} rows={rows} name={name} />
        ))}
      </div>
    </Section>
  )
}

const [width, height, gap] = [240, 72, 3]

function Chart({
  page,
  by,
  rows,
  name,
}: {
  page: PageContext
  by: 'day' | 'week'
  rows: readonly Measure[]
  name: Name
}) {
  const { locale } = page
  const say = words(locale)
  const most = Math.max(1, ...rows.map((row) => row[name] ?? 0))
  const step = width / rows.length
  const last = rows.at(-1)!
  const shown = (row: Measure) => (row[name] === null ? say('measures.not-known') : formatNumber(locale, row[name]!))
  const heads = [say(`measures.${by}`), say(`measures.${name}`)]
  return (
    <figure class="tl-fig">
      <p class="tl-fig__say">
        {say(`measures.${name}`)}: <strong>{shown(last)}</strong>
      </p>
      <svg
        class="tl-hubchart"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
        focusable="false"
      >
        {rows.map((row, index) => {
          const tall = ((row[name] ?? 0) / most) * (height - 2)
          return <rect x={index * step} y={height - 1 - tall} width={Math.max(1, step - gap)} height={tall} />
        })}
        <path d={`M0 ${height - 0.5}H${width}`} />
      </svg>
      <figcaption>
        {say('measures.last', { day: formatDay(locale, last.from, 'brief'), most: formatNumber(locale, most) })}
      </figcaption>
      <Details summary={say('measures.table', { what: heads[1]! })}>
        <Table
          caption={heads[1]!}
          isCaptionHidden
          columns={heads.map((text, index) => ({ text, isNumeric: index === 1 }))}
        >
          {rows.map((row) => (
            <Row>
              <RowHead>{formatDay(locale, row.from)}</RowHead>
              <Cell label={heads[1]!} isNumeric>
                {shown(row)}
              </Cell>
            </Row>
          ))}
        </Table>
      </Details>
    </figure>
  )
}
