import { type ContextEvent, EvidenceNavigation, TimeChart } from '../../context-events/index.ts'
import { wilsonInterval } from '../../outcomes/index.ts'
import { addDays } from '../../platform/calendar-day.ts'
import { formatAt, formatNumber } from '../../platform/dates.ts'
import {
  Cell, Empty, PageHead, PrintButton, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Measure, measures } from '../measures.ts'
import type { Distance } from '../queries/distance.ts'
import type { Flow } from '../queries/flows.ts'
import { words } from '../words.ts'
import { Flows } from './flows.tsx'

interface Props {
  page: PageContext
  distances: readonly Distance[]
  flows: readonly Flow[]
  events: readonly ContextEvent[]
}

/** What changed for people, in twelve measures, and how it went over time where enough people are known. */
export function DistancePage({ page, distances, flows, events }: Props) {
  const { locale } = page
  const say = words(locale)
  const lines = measures.flatMap(
    (measure) => distances.find((one) => one.measure === measure && one.quarter === null) ?? [],
  )
  return (
    <Layout
      page={page}
      title={say('title')}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="distance" />}
    >
      <PageHead
        title={say('title')}
        sub={lines[0] ? say('sub', { at: formatAt(locale, lines[0].countedAt) }) : say('sub-none')}
        actions={<PrintButton>{say('print')}</PrintButton>}
      />
      {lines.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      ) : (
        <Lines page={page} lines={lines} />
      )}
      {lines.map(({ measure }) => (
        <OverTime page={page} measure={measure} distances={distances} events={events} />
      ))}
      {lines.length > 0 && <Flows page={page} flows={flows} />}
      <p class="govuk-body tl-quiet">{say('caveat')}</p>
    </Layout>
  )
}

function Lines({ page, lines }: { page: PageContext; lines: readonly Distance[] }) {
  const { locale } = page
  const say = words(locale)
  const heads = [say('c.measure'), say('c.people'), say('c.forward'), say('c.back'), say('c.share'), say('c.interval')]
  const number = (value: number | null) => (value === null ? say('covered') : formatNumber(locale, value))
  return (
    <Table
      caption={say('title')}
      isCaptionHidden
      columns={heads.map((text, index) => ({ text, isNumeric: index > 0 }))}
    >
      {lines.map(({ measure, people, forward, back }) => (
        <Row>
          <RowHead>
            {say(`measure.${measure}`)}
            <small>{say(`from.${measure}`)}</small>
          </RowHead>
          <Cell label={heads[1]} isNumeric>
            {number(people)}
          </Cell>
          <Cell label={heads[2]} isNumeric>
            {number(forward)}
          </Cell>
          <Cell label={heads[3]} isNumeric>
            {number(back)}
          </Cell>
          <Cell label={heads[4]} isNumeric>
            {people && forward !== null ? say('per-cent', { number: shareOf(forward, people) }) : ''}
          </Cell>
          <Cell label={heads[5]} isNumeric>
            {people && forward !== null ? intervalOf(page, forward, people) : ''}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function OverTime({ page, measure, distances, events }: Omit<Props, 'flows'> & { measure: Measure }) {
  const say = words(page.locale)
  const points = distances.flatMap((one) => {
    const isTold = one.measure === measure && one.quarter !== null && one.people !== null && one.forward !== null
    return isTold
      ? [{ day: addDays(one.quarter!, 45), value: shareOf(one.forward!, one.people!), people: one.people! }]
      : []
  })
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return null
  const name = say(`measure.${measure}`)
  return (
    <Section id={`h-${measure}`} title={name}>
      <TimeChart
        page={page}
        id={measure}
        title={name}
        finding={say('finding', { last: last.value, first: first.value })}
        points={points}
        sayValue={(value) => say('per-cent', { number: value })}
        most={100}
        events={events}
        caption={say('caption', { people: points.reduce((sum, { people }) => sum + people, 0) })}
      />
    </Section>
  )
}

const shareOf = (forward: number, people: number): number => Math.round((100 * forward) / people)

function intervalOf({ locale }: PageContext, forward: number, people: number): string {
  const { lower, upper } = wilsonInterval(forward, people)
  return words(locale)('interval', { lower: Math.round(100 * lower), upper: Math.round(100 * upper) })
}
