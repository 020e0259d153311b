import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  Button,
  Cell,
  Checkboxes,
  Empty,
  Link,
  Pager,
  PrintButton,
  Row,
  RowHead,
  Select,
  Table,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { kinds } from '../clock.ts'
import type { Breach, BreachFilter } from '../queries.ts'
import { words } from '../words.ts'
import { ClockTag } from './clock-tag.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  rows: readonly Breach[]
  filter: BreachFilter
  /** Of the page, from 1. */
  number: number
  hasMore: boolean
}

/** The register, with filters, to print and to take along as a file. */
export function RegisterPage({ page, may, rows, filter, number, hasMore }: Props) {
  const { locale, now } = page
  const say = words(locale)
  const said = [filter.kind && `kind=${filter.kind}`, filter.isOpen && 'open=yes'].filter(Boolean).join('&')
  const pageAt = (to: number) => `/data-breaches?${[said, `page=${to}`].filter(Boolean).join('&')}`
  const heads = [say('f.found'), say('f.agency'), say('f.kinds'), say('f.count'), say('f.clock')]
  const isFiltered = said !== ''
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('title')}
      sub={say('sub')}
      actions={<Button href="/data-breaches/new">{say('new')}</Button>}
    >
      <form method="get" action="/data-breaches">
        <Select
          name="kind"
          label={say('f.kinds')}
          value={filter.kind}
          items={[{ value: '', text: say('all') }, ...kinds.map((value) => ({ value, text: say(`kind.${value}`) }))]}
        />
        <Checkboxes
          name="open"
          legend={say('f.clock')}
          isSmall
          values={filter.isOpen ? ['yes'] : []}
          items={[{ value: 'yes', text: say('only-open') }]}
        />
        <Button kind="secondary">{say('show')}</Button>
      </form>
      {rows.length === 0 && (
        <Empty title={say(isFiltered ? 'none-filtered' : 'none')}>
          <p class="govuk-body">{say('none-text')}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <>
          <p class="govuk-body">
            <Link href={`/data-breaches.csv${said && `?${said}`}`}>{say('csv')}</Link>{' '}
            <PrintButton>{say('print')}</PrintButton>
          </p>
          <Table caption={say('title')} isCaptionHidden columns={[say('f.what'), ...heads].map((text) => ({ text }))}>
            {rows.map((breach) => (
              <Row>
                <RowHead>
                  <Link href={`/data-breaches/${breach.id}`}>{brief(breach.whatHappened)}</Link>
                </RowHead>
                <Cell label={heads[0]}>{formatAt(locale, breach.foundAt)}</Cell>
                <Cell label={heads[1]}>{breach.agency}</Cell>
                <Cell label={heads[2]}>{breach.kinds.map((kind) => say(`kind.${kind}`)).join(', ')}</Cell>
                <Cell label={heads[3]}>{breach.peopleCount}</Cell>
                <Cell label={heads[4]}>
                  <ClockTag locale={locale} breach={breach} now={now} />
                </Cell>
              </Row>
            ))}
          </Table>
          <Pager
            shown={say('shown', { count: rows.length })}
            previous={number > 1 ? { href: pageAt(number - 1), text: say('newer') } : undefined}
            next={hasMore ? { href: pageAt(number + 1), text: say('older') } : undefined}
          />
        </>
      )}
    </SettingsFrame>
  )
}

const mostLetters = 80
const brief = (text: string) => (text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text)
