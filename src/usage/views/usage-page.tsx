import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt, formatNumber } from '../../platform/dates.ts'
import {
  AgencySquare, Cell, Chips, type Column, Empty, initialsOf, Link, PrintButton, Row, RowHead, Section, StatusTag, SummaryList, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { PageContext } from '../../platform/web/page-context.ts'
import { concernOf, type Order } from '../order.ts'
import { type Reach, reaches } from '../periods.ts'
import type { AgencyUse } from '../queries.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agencies: readonly AgencyUse[]
  weeks: Reach
  sort: Order
}

const columns = ['name', 'last', 'active', 'looks', 'entries'] as const

/** Who has access and who uses it, those to be asked after first. */
export function UsagePage({ page, may, agencies, weeks, sort }: Props) {
  const { locale } = page
  const say = words(locale)
  const countedAt = agencies[0]?.countedAt
  const countOf = (concern: string) => agencies.filter((agency) => concernOf(agency) === concern).length
  const summary = [say('summary.never', { count: countOf('never') }), say('summary.idle', { count: countOf('idle') })]
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('title')}
      sub={countedAt ? say('sub.all', { at: formatAt(locale, countedAt) }) : say('sub.never')}
      actions={
        <>
          <Link href={`/settings/usage.csv?weeks=${weeks}`}>{say('export')}</Link>
          <PrintButton>{say('print')}</PrintButton>
        </>
      }
    >
      <Chips
        label={say('reach')}
        chips={reaches.map((count) => ({
          text: say('weeks', { count }),
          href: `/settings/usage?weeks=${count}&sort=${sort}`,
          isCurrent: count === weeks,
        }))}
      />
      {agencies.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      ) : (
        <>
          <p class="govuk-body">{summary.join(', ')}.</p>
          <UseTable page={page} agencies={agencies} weeks={weeks} sort={sort} />
        </>
      )}
      <Meanings page={page} names={['last', 'users', 'active', 'looks', 'entries']} />
    </SettingsFrame>
  )
}

function UseTable({ page, agencies, weeks, sort }: Omit<Props, 'may'>) {
  const { locale } = page
  const say = words(locale)
  const headOf = (name: (typeof columns)[number]) => say(name === 'name' ? 'c.agency' : `c.${name}`)
  const head = columns.map(
    (name): Column => ({
      text: headOf(name),
      href: `/settings/usage?weeks=${weeks}&sort=${name}`,
      isNumeric: name === 'looks' || name === 'entries' || name === 'active',
      ...(sort === name && { sorted: 'ascending', sortedText: say(`sorted.${name}`) }),
    }),
  )
  return (
    <Table caption={say('title')} isCaptionHidden columns={head}>
      {agencies.map((agency) => {
        const { agencyId, name, kind, active, users, looks, entries, signedInAt } = agency
        const concern = concernOf(agency)
        return (
          <Row>
            <RowHead>
              <AgencySquare initials={initialsOf(name)} kind={kind} />{' '}
              <Link class="tl-link" href={`/settings/usage/${agencyId}?weeks=${weeks}`}>
                {name}
              </Link>{' '}
              {concern && (
                <StatusTag tone={concern === 'never' ? 'bad' : 'warn'}>{say(`concern.${concern}`)}</StatusTag>
              )}
            </RowHead>
            <Cell label={say('c.last')}>{signedInAt ? formatAt(locale, signedInAt) : say('no-sign-in')}</Cell>
            <Cell label={say('c.active')} isNumeric>
              {say('c.active-of', { active, users })}
            </Cell>
            <Cell label={say('c.looks')} isNumeric>
              <Count page={page} count={looks} />
            </Cell>
            <Cell label={say('c.entries')} isNumeric>
              <Count page={page} count={entries} />
            </Cell>
          </Row>
        )
      })}
    </Table>
  )
}

type Explained = 'last' | 'users' | 'active' | 'sign-ins' | 'looks' | 'entries'

/** A number, or that it is not told. */
export function Count({ page, count }: { page: PageContext; count: number | null }) {
  if (count === null) return <span class="tl-quiet">{words(page.locale)('covered')}</span>
  return <>{formatNumber(page.locale, count)}</>
}

/** What each number of a page means, and what it does not say. */
export function Meanings({ page, names }: { page: PageContext; names: readonly Explained[] }) {
  const say = words(page.locale)
  return (
    <Section id="h-means" title={say('means')}>
      <SummaryList rows={names.map((name) => ({ key: say(`c.${name}`), value: say(`means.${name}`) }))} />
      <p class="govuk-body tl-quiet">{say('means.days')}</p>
      <p class="govuk-body tl-quiet">{say('means.covered')}</p>
    </Section>
  )
}
