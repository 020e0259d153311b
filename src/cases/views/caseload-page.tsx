import { pathwayLabel, statusLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Button,
  Cell,
  Chips,
  Empty,
  Input,
  Key,
  Link,
  PageHead,
  Pager,
  type PathwayIcon,
  PathwayStrip,
  PathwayStripHead,
  pathwayIcons,
  Row,
  RowHead,
  statusGlyphs,
  Table,
  Tick,
  TickedForm,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { CaseloadRow, CaseloadPage as Rows } from '../queries/caseload.ts'
import type { CaseloadPart } from '../queries/caseload-parts.ts'
import { words } from '../words.ts'

const codes = Object.keys(pathwayIcons) as (keyof typeof pathwayIcons)[]

type PathwayStatus = keyof typeof statusGlyphs
// Each drawing once: a need's own words for "done" and "declined" share theirs.
const statuses = (Object.keys(statusGlyphs) as PathwayStatus[]).filter(
  (status, at, all) => all.findIndex((each) => statusGlyphs[each] === statusGlyphs[status]) === at,
)

interface CaseloadProps {
  page: PageContext
  load: Rows
  isFirstPage: boolean
  /** The part that is shown; undefined for all. */
  only: CaseloadPart | undefined
  mayName: boolean
  /** The reader may do something for those whom they tick. */
  mayChoose: boolean
  /** The workloads of the agency are the reader's. */
  mayManage: boolean
}

/** The people whom the reader works with. */
export function CaseloadPage(props: CaseloadProps) {
  const { page, load, isFirstPage, mayName, mayManage, only } = props
  const kept = only ? `&only=${only}` : ''
  const { locale } = page
  const say = words(locale)
  const count = load.rows.length
  return (
    <Layout page={page} title={say('load.title')}>
      <PageHead
        title={say('load.title')}
        sub={say('load.sub', { count })}
        actions={
          (mayName || mayManage) && (
            <>
              {mayName && <Link href="/allocations/left">{say('left.title')}</Link>}
              {mayManage && <Link href="/workloads">{say('load.workloads')}</Link>}
              {mayName && <Link href="/away">{say('load.away')}</Link>}
            </>
          )
        }
      />
      <form method="get" action="/people">
        <Input name="q" label={say('load.search')} type="search" width={30} />
        <Button kind="secondary">{say('load.find')}</Button>
      </form>
      <Chips
        label={say('load.parts')}
        chips={[undefined, ...(['leaving', 'quiet', 'new', 'covered'] as const)].map((part) => ({
          text: say(`load.only.${part ?? 'all'}`),
          href: part ? `/caseload?only=${part}` : '/caseload',
          isCurrent: part === only,
        }))}
      />
      {count === 0 && only && <p class="govuk-body">{say('load.only-none')}</p>}
      {count === 0 && !only && (
        <Empty title={say('load.empty')}>
          <p class="govuk-body">{say('load.empty-text')}</p>
        </Empty>
      )}
      {count > 0 && <People locale={locale} rows={load.rows} mayChoose={props.mayChoose} />}
      {count > 0 && props.mayChoose && <TickedForm action="/rounds" from="caseload" button={say('tick.do')} />}
      {count > 0 && (
        <Pager
          shown={say('load.shown', { count })}
          previous={
            isFirstPage ? undefined : { href: only ? `/caseload?only=${only}` : '/caseload', text: say('load.first') }
          }
          next={load.next ? { href: `/caseload?after=${load.next}${kept}`, text: say('load.next') } : undefined}
        />
      )}
      <p class="govuk-body tl-noprint">
        <Link href="/ended-cases">{say('load.ended')}</Link>
        <br />
        <Link href="/themes">{say('load.themes')}</Link>
      </p>
    </Layout>
  )
}

function People({ locale, rows, mayChoose }: { locale: Locale; rows: readonly CaseloadRow[]; mayChoose: boolean }) {
  const say = words(locale)
  const named = codes.map((code) => ({ icon: pathwayIcons[code] as PathwayIcon, name: pathwayLabel(locale, code) }))
  const labels = {
    release: say('load.release'),
    pathways: say('load.pathways'),
    undone: say('load.undone'),
    contact: say('load.contact'),
  }
  const glyphs = statuses.map((status) => ({ glyph: statusGlyphs[status], status: statusLabel(locale, status) }))
  return (
    <>
      <Key summary={say('load.key')} icons={named} glyphs={glyphs} />
      <Table
        caption={say('load.title')}
        isCaptionHidden
        kind="release"
        columns={[
          { text: say('load.person') },
          { text: labels.release },
          { text: <PathwayStripHead label={labels.pathways} pathways={named} /> },
          { text: labels.undone },
          { text: labels.contact },
        ]}
      >
        {rows.map((row) => (
          <Person locale={locale} row={row} named={named} labels={labels} mayChoose={mayChoose} />
        ))}
      </Table>
    </>
  )
}

interface PersonProps {
  locale: Locale
  mayChoose: boolean
  row: CaseloadRow
  named: { icon: PathwayIcon; name: string }[]
  labels: Record<'release' | 'pathways' | 'undone' | 'contact', string>
}

function Person({ locale, row, named, labels, mayChoose }: PersonProps) {
  const say = words(locale)
  const status = (index: number) => (row.pathwayStatuses[codes[index]!] ?? 'NOT_STARTED') as keyof typeof statusGlyphs
  const strip = named.map((pathway, index) => ({
    ...pathway,
    glyph: statusGlyphs[status(index)],
    status: statusLabel(locale, status(index)),
  }))
  return (
    <Row>
      <RowHead>
        {mayChoose && <Tick name="caseId" value={row.caseId} label={say('tick', { name: row.name })} />}
        <Link class="tl-link" href={`/cases/${row.caseId}`}>
          {row.name}
        </Link>
        <small>{[row.prisonNumber, row.wing && say('load.wing', { wing: row.wing })].filter(Boolean).join(', ')}</small>
      </RowHead>
      <Cell label={labels.release}>{row.releaseOn ? formatDay(locale, row.releaseOn) : say('load.no-date')}</Cell>
      <Cell label={labels.pathways}>
        <PathwayStrip pathways={strip} />
      </Cell>
      <Cell label={labels.undone}>
        {row.nextUndone ?? say('load.steps', { count: row.undoneCount })}
        {row.undoneCount > 0 && (
          <small>
            {say('load.steps', { count: row.undoneCount })}
            {row.lateCount > 0 && `, ${say('load.late', { count: row.lateCount })}`}
          </small>
        )}
      </Cell>
      <Cell label={labels.contact}>
        {row.lastContactAt ? formatDay(locale, dayAt(new Date(row.lastContactAt)), 'brief') : say('load.never')}
        {row.lastContactAgency && <small>{row.lastContactAgency}</small>}
      </Cell>
    </Row>
  )
}
