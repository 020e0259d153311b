import {
  BackLink,
  Cell,
  Empty,
  FilterRow,
  Link,
  PageHead,
  PrintButton,
  Row,
  RowHead,
  Select,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { WingTime } from '../queries/times.ts'
import type { WingCount } from '../queries/wing.ts'
import { words } from '../words.ts'

export interface WingsProps {
  page: PageContext
  prisons: readonly { id: string; name: string }[]
  prisonId: string
  /** The reader's own prison: nobody chooses. */
  isOwn: boolean
  mayKeep: boolean
  windowInDays: number
  wings: readonly WingCount[]
  times: readonly WingTime[]
}

/** Every wing: how many leave within the window, how they stand with the course before release, what services come. */
export function WingsPage(props: WingsProps) {
  const { page, wings, times, mayKeep, windowInDays } = props
  const say = words(page.locale)
  const heads = (['people', 'not-offered', 'offered', 'attended', 'declined', 'services'] as const).map((name) =>
    say(`wings.${name}`),
  )
  const sub = say('wings.sub', { weeks: Math.round(windowInDays / 7) })
  return (
    <Layout page={page} title={say('wings.title')}>
      <BackLink href="/releases">{say('wings.back')}</BackLink>
      <PageHead
        title={say('wings.title')}
        sub={sub}
        actions={
          <>
            <PrintButton>{say('print')}</PrintButton>
            {mayKeep && (
              <Link class="" href="/settings/wing-times">
                {say('times.title')}
              </Link>
            )}
          </>
        }
      />
      <ChoosePrison {...props} />
      {wings.length === 0 ? (
        <Empty title={say('wings.none')}>
          <p class="govuk-body">{say('wings.none-text')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('wings.title')}
          isCaptionHidden
          columns={[{ text: say('wings.wing') }, ...heads.map((text) => ({ text, isNumeric: true }))]}
        >
          {wings.map((count) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={wingHref(props, count.wing)}>
                  {wingName(page, count.wing)}
                </Link>
              </RowHead>
              {[
                count.people,
                count.notOffered,
                count.offered,
                count.attended,
                count.declined,
                servicesOf(times, count.wing),
              ].map((number, at) => (
                <Cell label={heads[at]!} isNumeric>
                  {number}
                </Cell>
              ))}
            </Row>
          ))}
        </Table>
      )}
    </Layout>
  )
}

/** Which prison's wings: for readers of agencies that come into several. */
export function ChoosePrison({
  page,
  isOwn,
  prisons,
  prisonId,
}: Pick<WingsProps, 'page' | 'isOwn' | 'prisons' | 'prisonId'>) {
  if (isOwn || prisons.length < 2) return null
  const say = words(page.locale)
  return (
    <FilterRow
      label={say('wings.prison')}
      summary={say('wings.prison')}
      action="/wings"
      submit={say('wings.show')}
      isOpen
    >
      <Select
        name="prison"
        label={say('wings.prison')}
        items={prisons.map(({ id, name }) => ({ value: id, text: name }))}
        value={prisonId}
      />
    </FilterRow>
  )
}

/** "B wing", or that none is on record. */
export const wingName = (page: PageContext, wing: string): string =>
  wing === '' ? words(page.locale)('wings.no-wing') : words(page.locale)('wings.name', { wing })

export function wingHref(
  { isOwn, prisonId }: Pick<WingsProps, 'isOwn' | 'prisonId'>,
  wing: string,
  after = '',
): string {
  const parameters = new URLSearchParams({ ...(!isOwn && { prison: prisonId }), wing, ...(after && { after }) })
  return `/wings?${parameters}`
}

/** How many services come to a wing. */
const servicesOf = (times: readonly WingTime[], wing: string): number =>
  new Set(times.filter((time) => time.wing === '' || time.wing === wing).map(({ serviceId }) => serviceId)).size
