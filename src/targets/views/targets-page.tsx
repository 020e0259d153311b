import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatAt, formatDay, formatNumber } from '../../platform/dates.ts'
import {
  Cell, Empty, Link, NotificationBanner, PageHead, PrintButton, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { definitions } from '../definitions.ts'
import { statuses } from '../rag.ts'
import type { ShownTarget } from '../shown.ts'
import { words } from '../words.ts'
import { amountOf, deliveredOf, remainingOf, StatusLine } from './status-line.tsx'

interface Props {
  page: PageContext
  targets: readonly ShownTarget[]
  mayKeep: boolean
  mayClaim: boolean
  done: 'added' | 'retired' | undefined
}

/** What was promised and what happened: every expected result with what the rows say. */
export function TargetsPage({ page, targets, mayKeep, mayClaim, done }: Props) {
  const { locale } = page
  const say = words(locale)
  const counted = targets.flatMap(({ countedAt }) => countedAt ?? []).sort((one, two) => Number(one) - Number(two))[0]
  const summary = statuses.flatMap((status) => {
    const count = targets.filter(({ figures }) => figures.status === status).length
    return count > 0 ? [say(`summary.${status}`, { count })] : []
  })
  return (
    <Layout
      page={page}
      title={say('title')}
      print="wide"
      subNavigation={<EvidenceNavigation page={page} current="targets" />}
    >
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead
        title={say('title')}
        sub={counted ? say('counted', { at: formatAt(locale, counted) }) : say('not-counted')}
        actions={
          <>
            {mayKeep && <Link href="/targets/new">{say('add')}</Link>}
            {mayClaim && <Link href="/contracts">{say('contracts')}</Link>}
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      {targets.length === 0 ? (
        <Empty title={say('none')}>
          <p class="govuk-body">{say(mayKeep ? 'none-yours' : 'none-text')}</p>
        </Empty>
      ) : (
        <Section id="h-expected" title={say('expected')} more={summary.join(', ')}>
          <Lines page={page} targets={targets} />
          <p class="govuk-body tl-quiet">{say('rule')}</p>
          <p class="govuk-body tl-quiet">{say('opens')}</p>
        </Section>
      )}
    </Layout>
  )
}

function Lines({ page, targets }: Pick<Props, 'page' | 'targets'>) {
  const say = words(page.locale)
  const columns = [
    { text: say('c.result') },
    { text: say('c.target'), isNumeric: true },
    { text: say('c.delivered'), isNumeric: true },
    { text: say('c.remaining'), isNumeric: true },
    { text: say('c.share') },
    { text: say('c.due') },
    { text: say('c.status') },
  ]
  return (
    <Table caption={say('expected')} isCaptionHidden kind="exp" columns={columns}>
      {targets.map((target) => (
        <Row>
          <RowHead>
            <Link href={`/targets/${target.id}`}>{target.name}</Link>
            <small>
              {target.agencyName}
              <PeopleLine page={page} target={target} />
            </small>
          </RowHead>
          <Cell label={say('c.target')} isNumeric>
            {amountOf(page, target, target.amount)}
          </Cell>
          <Cell label={say('c.delivered')} isNumeric>
            <Link
              href={`/targets/${target.id}/rows`}
              attributes={{ 'aria-label': say('opens-rows', { number: deliveredOf(page, target), name: target.name }) }}
            >
              {deliveredOf(page, target)}
            </Link>
          </Cell>
          <Cell label={say('c.remaining')} isNumeric>
            <b>{remainingOf(page, target)}</b>
          </Cell>
          <Cell label={say('c.share')}>
            {!target.isCovered && <ShareDone page={page} share={target.figures.shareDone} />}
          </Cell>
          <Cell label={say('c.due')} class="tl-date">
            {formatDay(page.locale, target.dueOn)}
          </Cell>
          <Cell label={say('c.status')}>
            <StatusLine page={page} target={target} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** Different people and what happened with them, wherever both are known: a person who came twice is one. */
export function PeopleLine({ page, target }: { page: PageContext; target: ShownTarget }) {
  if (target.isCovered || !definitions[target.definition].isOfPeople) return null
  const say = words(page.locale)
  const { engagements, people, ofAll } = target
  const line =
    target.measure === 'SHARE'
      ? say('people.share', {
          engagements: formatNumber(page.locale, engagements),
          ofAll: formatNumber(page.locale, ofAll),
        })
      : say('people.both', { engagements, people })
  return <>. {line}</>
}

function ShareDone({ page, share }: { page: PageContext; share: number }) {
  const whole = 120
  return (
    <span class="tl-num">
      {words(page.locale)('per-cent', { number: String(Math.floor(share * 100)) })}
      <svg class="tl-bar" viewBox={`0 0 ${whole} 10`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect width={whole} height="10" />
        <rect class="v" width={Math.round(share * whole)} height="10" />
      </svg>
    </span>
  )
}
