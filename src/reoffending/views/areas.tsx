import { drawFunnel } from '../../fairness/index.ts'
import { formatNumber } from '../../platform/dates.ts'
import { Cell, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { percent, type ShownCohort } from '../figures.ts'
import type { ShownAreas } from '../shown.ts'
import { words } from '../words.ts'
import { FunnelPicture } from './funnel-picture.tsx'

/** The areas side by side, each at the age and sex of its own people; a picture, and the same as a table. */
export function Areas({ page, shown, areas }: { page: PageContext; shown: ShownCohort; areas: ShownAreas }) {
  const { locale } = page
  const say = words(locale)
  const overall = shown.reoffenders / shown.people
  const funnel = drawFunnel(
    areas.areas.map(({ area, people, reoffenders }) => ({ area, n: people, events: reoffenders })),
    overall,
    areas.areas.map(({ expected }) => expected),
  )
  const heads = (['area', 'people', 'reoffenders', 'expected', 'standardised', 'limits', 'stands'] as const).map(
    (name) => say(`column.${name}`),
  )
  const name = (area: string) => area || say('areas.nobody')
  return (
    <Section id="h-areas" title={say('areas.title')}>
      <p class="govuk-body">{say('areas.text')}</p>
      {areas.areas.length === 0 ? (
        <p class="govuk-body">{say('areas.none')}</p>
      ) : (
        <>
          {areas.areas.length > 1 && <FunnelPicture page={page} funnel={funnel} name={name} />}
          <Table
            caption={say('areas.table')}
            columns={heads.map((text, index) => ({ text, isNumeric: index > 0 && index < 6 }))}
          >
            {funnel.areas.map((area, index) => (
              <Row>
                <RowHead>{name(area.area)}</RowHead>
                {[
                  formatNumber(locale, area.n),
                  formatNumber(locale, area.events),
                  formatNumber(locale, Math.round(areas.areas[index]!.expected * 10) / 10),
                  percent(locale, area.rate),
                  say('between', { lower: percent(locale, area.lower95), upper: percent(locale, area.upper95) }),
                ].map((value, nth) => (
                  <Cell label={heads[nth + 1]!} isNumeric>
                    {value}
                  </Cell>
                ))}
                <Cell label={heads[6]!}>{say(`stands.${area.stands}`)}</Cell>
              </Row>
            ))}
          </Table>
        </>
      )}
      {areas.held.length > 0 && <p class="govuk-body">{say('areas.held', { count: areas.held.length })}</p>}
    </Section>
  )
}
