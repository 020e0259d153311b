import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { Cell, Empty, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Rate } from '../queries/links.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  rates: readonly (Rate & { countedAt: Date })[]
}

const kinds = ['sex', 'age', 'nationality', 'name'] as const

const sexes = ['MALE', 'FEMALE', 'OTHER'] as const
const isSex = (value: string): value is (typeof sexes)[number] => (sexes as readonly string[]).includes(value)

/** How evenly links fall: the errors of linking are not the same for all groups, and this is where one sees it. */
export function RatesPage({ page, may, rates }: Props) {
  const say = words(page.locale)
  const heads = [say('rates.group'), say('rates.people'), say('rates.joined'), say('rates.waiting')]
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('rates.title')}
      sub={say('rates.sub')}
      back={{ href: '/links', text: say('title') }}
    >
      {rates.length === 0 && (
        <Empty title={say('rates.none')}>
          <p class="govuk-body">{say('rates.none-text')}</p>
        </Empty>
      )}
      {rates[0] && (
        <p class="govuk-body tl-quiet">{say('rates.counted', { at: formatAt(page.locale, rates[0].countedAt) })}</p>
      )}
      {kinds.map((kind) => {
        const ofKind = rates.filter((rate) => rate.kind === kind)
        if (ofKind.length === 0) return null
        return (
          <Section id={kind} title={say(`rates.${kind}`)}>
            <Table
              caption={say(`rates.${kind}`)}
              isCaptionHidden
              columns={heads.map((text, place) => ({ text, isNumeric: place > 0 }))}
            >
              {ofKind.map((rate) => (
                <Row>
                  <RowHead>{groupOf(rate)}</RowHead>
                  {[rate.people, `${rate.joined}%`, `${rate.waiting}%`].map((value, place) => (
                    <Cell label={heads[place + 1]} isNumeric>
                      {value}
                    </Cell>
                  ))}
                </Row>
              ))}
            </Table>
          </Section>
        )
      })}
    </SettingsFrame>
  )

  function groupOf({ kind, value }: Rate): string {
    if (value === '') return say('rates.unknown')
    if (kind === 'name') return say(value === 'plain' ? 'rates.plain' : 'rates.accented')
    if (kind === 'sex') return isSex(value) ? say(`rates.sex.${value}`) : value
    return kind === 'age' ? ageOf(value) : value
  }

  function ageOf(span: string): string {
    const [from, to] = span.split('-')
    return to ? say('rates.age-to', { from, to }) : say('rates.age-over', { from })
  }
}
