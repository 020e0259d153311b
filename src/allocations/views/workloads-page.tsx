import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Cell, Link, NotificationBanner, PageHead, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Rule } from '../levels.ts'
import type { Load } from '../queries/loads.ts'
import type { CaseloadMove } from '../queries/moves.ts'
import { words } from '../words.ts'
import { awaySaid, pointsSaid, roomSaid, worksSaid } from './said.ts'

export interface WorkloadsProps {
  page: PageContext
  agency: string
  loads: readonly Load[]
  moves: readonly CaseloadMove[]
  rule: Rule
  told: {
    what?: 'named' | 'moved' | 'undone' | 'kept' | undefined
    done?: number | undefined
    failed?: number | undefined
  }
}

/** Every worker of the agency: what they hold, can hold, and whether they are here. */
export function WorkloadsPage(props: WorkloadsProps) {
  const { page, agency, loads, moves, rule } = props
  const say = words(page.locale)
  const { fullPoints: full, keyWorkPoints: key } = rule
  return (
    <Layout page={page} title={say('title')}>
      <BackLink href="/caseload">{say('own.back')}</BackLink>
      <Told {...props} />
      <PageHead
        title={say('title')}
        sub={say('sub', { workers: loads.length, agency })}
        actions={
          <Button kind="secondary" href="/workloads/unallocated">
            {say('unnamed.link')}
          </Button>
        }
      />
      <p class="govuk-body">
        {say('rule.says-points', { full, key })} <Link href="/workloads/continuity">{say('continuity')}</Link>
      </p>
      <Loads {...props} />
      {moves.length > 0 && (
        <Section id="h-moves" title={say('moves')}>
          <ul class="tl-list">
            {moves.map((move) => (
              <Move page={page} move={move} />
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  )
}

function Told({ page, told: { what, done = 0, failed = 0 } }: WorkloadsProps) {
  if (!what) return null
  const say = words(page.locale)
  const text = what === 'kept' ? say('done.kept') : say(`done.${what}`, { done })
  const missed = failed > 0 ? ` ${say('done.failed', { failed })}` : ''
  return <NotificationBanner isSuccess={failed === 0} text={text + missed} />
}

function Loads({ page, loads }: WorkloadsProps) {
  const { locale } = page
  const say = words(locale)
  const [people, points, works, away] = [say('people'), say('points'), say('works'), say('away')]
  const columns = [{ text: say('worker') }, { text: people, isNumeric: true }, ...[points, works, away].map((text) => ({ text }))] // biome-ignore format: one line
  return (
    <Table caption={say('title')} isCaptionHidden columns={columns}>
      {loads.map((load) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/workloads/${load.accountId}`}>
              {load.name}
            </Link>
          </RowHead>
          <Cell label={people} isNumeric>
            {load.cases}
          </Cell>
          <Cell label={points}>
            {pointsSaid(locale, load)}
            <small>{roomSaid(locale, load)}</small>
          </Cell>
          <Cell label={works}>{worksSaid(locale, load)}</Cell>
          <Cell label={away}>{awaySaid(locale, load) || say('away.here')}</Cell>
        </Row>
      ))}
    </Table>
  )
}

function Move({ page, move }: { page: PageContext; move: CaseloadMove }) {
  const say = words(page.locale)
  const { byName: by, fromName: from, count, madeAt } = move
  return (
    <li>
      <p>{say('moves.line', { by, from, count, day: formatAt(page.locale, madeAt) })}</p>
      {move.undoneAt ? (
        <p class="tl-quiet">{say('moves.undone')}</p>
      ) : (
        <form method="post" action={`/workloads/moves/${move.id}/undo`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="secondary">
            {say('moves.undo')}
            <span class="govuk-visually-hidden">: {from}</span>
          </Button>
        </form>
      )}
    </li>
  )
}
