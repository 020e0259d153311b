import { formatNumber } from '../../platform/dates.ts'
import { Cell, Details, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Measure } from '../measures.ts'
import type { Flow } from '../queries/flows.ts'
import { words } from '../words.ts'
import { FlowPicture } from './flow-picture.tsx'

const began = ['SUPPORT_REQUIRED', 'IN_PROGRESS'] as const
const stands = ['DONE', 'IN_PROGRESS', 'SUPPORT_REQUIRED', 'SUPPORT_DECLINED'] as const

/** The ways that people went on each pathway: a sentence, a picture, and the same as a table. */
export function Flows({ page, flows }: { page: PageContext; flows: readonly Flow[] }) {
  const say = words(page.locale)
  const pathways = [...Map.groupBy(flows, ({ pathway }) => pathway)]
  return (
    <Section id="h-flows" title={say('flow.title')}>
      <p class="govuk-body">{say(pathways.length === 0 ? 'flow.none' : 'flow.text')}</p>
      {pathways.map(([pathway, ways]) => (
        <PathwayFlow page={page} pathway={pathway as Measure} flows={ways} />
      ))}
    </Section>
  )
}

function PathwayFlow({
  page: { locale },
  pathway,
  flows,
}: {
  page: PageContext
  pathway: Measure
  flows: readonly Flow[]
}) {
  const say = words(locale)
  const name = say(`measure.${pathway}`)
  const all = flows.reduce((sum, { people }) => sum + people, 0)
  const to = (state: Flow['stands']) =>
    flows.filter((flow) => flow.stands === state).reduce((sum, { people }) => sum + people, 0)
  const finding = say('flow.finding', {
    all,
    done: to('DONE'),
    working: to('IN_PROGRESS'),
    waiting: to('SUPPORT_REQUIRED'),
    declined: to('SUPPORT_DECLINED'),
  })
  return (
    <figure class="tl-fig">
      <h3 class="govuk-heading-s">{name}</h3>
      <p class="tl-fig__say">{finding}</p>
      <section class="tl-scroll" tabindex={0} aria-label={name}>
        <FlowPicture
          id={`flow-${pathway}`}
          title={name}
          description={finding}
          flows={flows}
          began={began}
          stands={stands}
          say={(node, people, side) => say('flow.node', { node: say(`flow.${side}.${node as 'IN_PROGRESS'}`), people })}
        />
      </section>
      <figcaption>{say('flow.caption')}</figcaption>
      <Details summary={say('flow.table')}>
        <FlowTable locale={locale} name={name} flows={flows} all={all} />
      </Details>
    </figure>
  )
}

function FlowTable({
  locale,
  name,
  flows,
  all,
}: {
  locale: PageContext['locale']
  name: string
  flows: readonly Flow[]
  all: number
}) {
  const say = words(locale)
  const heads = [say('flow.from'), ...stands.map((state) => say(`flow.stands.${state}`))]
  return (
    <Table
      caption={say('flow.of', { name, all })}
      columns={heads.map((text, index) => ({ text, isNumeric: index > 0 }))}
    >
      {began.map((from) => (
        <Row>
          <RowHead>{say(`flow.began.${from}`)}</RowHead>
          {stands.map((state, index) => (
            <Cell label={heads[index + 1]!} isNumeric>
              {formatNumber(locale, flows.find((flow) => flow.began === from && flow.stands === state)?.people ?? 0)}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}
