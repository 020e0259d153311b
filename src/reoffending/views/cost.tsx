import { Cell, Details, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { languageTags } from '../../platform/words.ts'
import { words } from '../words.ts'

/**
 * Thousands of millions of pounds, of the 2016 cohort in its twelve months, in prices of 2017/18.
 *
 * @source Newton, May, Eames and Ahmad (2019), Economic and social costs of reoffending, Ministry of Justice (OGL).
 */
const billions = { all: 18.1, adults: 16.7, theft: 9.3, violence: 4.2, orders: 6.5, custody: 6 } as const

/** What reoffending costs England and Wales, with its source; said to be no saving of any place or programme. */
export function CostPart({ page: { locale } }: { page: PageContext }) {
  const say = words(locale)
  const pounds = new Intl.NumberFormat(languageTags[locale], {
    style: 'currency',
    currency: 'GBP',
    maximumFractionDigits: 1,
  })
  const heads = [say('cost.of'), say('cost.a-year')]
  return (
    <Details summary={say('cost.title')}>
      <p class="govuk-body">{say('cost.text')}</p>
      <Table
        caption={say('cost.title')}
        isCaptionHidden
        columns={[{ text: heads[0]! }, { text: heads[1]!, isNumeric: true }]}
      >
        {(Object.keys(billions) as (keyof typeof billions)[]).map((name) => (
          <Row>
            <RowHead>{say(`cost.${name}`)}</RowHead>
            <Cell label={heads[1]!} isNumeric>
              {say('cost.billion', { amount: pounds.format(billions[name]) })}
            </Cell>
          </Row>
        ))}
      </Table>
      <p class="govuk-body tl-quiet">{say('cost.source')}</p>
    </Details>
  )
}
