import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Cell,
  Empty,
  Link,
  PageHead,
  Pager,
  PrintButton,
  Row,
  RowHead,
  Status,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { CourseState } from '../course-states.ts'
import type { PrisonService } from '../queries/times.ts'
import type { WingLine } from '../queries/wing.ts'
import { words } from '../words.ts'
import { ServicesPart } from './services-part.tsx'
import { type WingsProps, wingHref, wingName } from './wings-page.tsx'

export interface WingProps extends WingsProps {
  wing: string
  size: number
  mayWrite: boolean
  lines: readonly WingLine[]
  skipped: number
  others: readonly PrisonService[]
}

export const courseGlyphs = {
  NOT_OFFERED: 'none',
  OFFERED: 'prog',
  ATTENDED: 'done',
  DECLINED: 'decl',
} as const satisfies Record<CourseState, string>

/** One wing: who leaves it within the window, and which services are there on which days. */
export function WingPage(props: WingProps) {
  const { page, wing, wings, lines, windowInDays } = props
  const say = words(page.locale)
  const count = wings.find((each) => each.wing === wing)
  const title = say('wing.title', { wing: wingName(page, wing) })
  const sub = count
    ? say('wing.sub', { count: count.people, weeks: Math.round(windowInDays / 7) })
    : say('wing.sub', { count: 0, weeks: Math.round(windowInDays / 7) })
  return (
    <Layout page={page} title={title}>
      <BackLink href={props.isOwn ? '/wings' : `/wings?prison=${props.prisonId}`}>{say('wings.title')}</BackLink>
      <PageHead
        title={title}
        sub={sub}
        actions={
          <>
            <PrintButton>{say('print')}</PrintButton>
            {wing !== '' && (
              <Link class="" href={`/releases?wing=${encodeURIComponent(wing)}`}>
                {say('wing.list')}
              </Link>
            )}
          </>
        }
      />
      {count && (
        <p class="govuk-body">
          {say('wing.course', {
            attended: count.attended,
            declined: count.declined,
            offered: count.offered,
            not: count.notOffered,
          })}
        </p>
      )}
      {lines.length === 0 ? (
        <Empty title={say('wing.none')}>
          <p class="govuk-body">{say('wing.none-text')}</p>
        </Empty>
      ) : (
        <>
          <People {...props} />
          <Pages {...props} people={count?.people ?? lines.length} />
        </>
      )}
      <ServicesPart {...props} />
    </Layout>
  )
}

function People(props: WingProps) {
  const { page, lines } = props
  const say = words(page.locale)
  const heads = [say('wing.leaves'), say('wing.worker'), say('wing.bed'), say('wing.course-head')]
  return (
    <Table
      caption={say('wing.people')}
      isCaptionHidden
      columns={[{ text: say('wing.person') }, ...heads.map((text) => ({ text }))]}
    >
      {lines.map((line) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/cases/${line.caseId}`}>
              {line.name}
            </Link>
            <small class="tl-num">{[line.prisonNumber, line.cell].filter(Boolean).join(', ')}</small>
          </RowHead>
          <Cell label={heads[0]!}>{formatDay(page.locale, line.releaseOn, 'short')}</Cell>
          <Cell label={heads[1]!}>{line.keyWorkerName ?? say('wing.nobody')}</Cell>
          <Cell label={heads[2]!}>{bedOf(props, line)}</Cell>
          <Cell label={heads[3]!}>
            <Course {...props} line={line} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

function bedOf({ page }: WingProps, { hasFirstNight }: WingLine): string {
  const say = words(page.locale)
  if (hasFirstNight === null) return say('wing.bed-hidden')
  return say(hasFirstNight ? 'wing.bed-yes' : 'wing.bed-no')
}

/** How somebody stands with the course; whoever was not asked is asked in one click. */
function Course({ page, wing, mayWrite, line }: WingProps & { line: WingLine }) {
  const { locale } = page
  const say = words(locale)
  const href = `/cases/${line.caseId}/pre-release-course`
  const day = line.stateOn ? formatDay(locale, line.stateOn, 'brief') : ''
  const why = line.reason ? `${say(`reason.${line.reason}`)}. ` : ''
  return (
    <>
      <Status glyph={courseGlyphs[line.state]}>
        <Link class="tl-link" href={href}>
          {say(`state.${line.state}`)}
          <span class="govuk-visually-hidden">: {line.name}</span>
        </Link>
      </Status>
      {(why || day) && <small>{`${why}${day}`}</small>}
      {mayWrite && line.state === 'NOT_OFFERED' && (
        <form method="post" action={href}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="what" value="OFFERED" />
          <input type="hidden" name="from" value="wing" />
          <input type="hidden" name="wing" value={wing} />
          <button type="submit" class="tl-linklike">
            {say('wing.offer')}
            <span class="govuk-visually-hidden">: {line.name}</span>
          </button>
        </form>
      )}
      {mayWrite && line.state === 'OFFERED' && (
        <Link class="tl-link tl-noprint" href={href}>
          {say('wing.answer')}
          <span class="govuk-visually-hidden">: {line.name}</span>
        </Link>
      )}
    </>
  )
}

function Pages(props: WingProps & { people: number }) {
  const { page, wing, size, lines, skipped, people } = props
  const say = words(page.locale)
  const rest = people - skipped - lines.length
  if (skipped === 0 && rest <= 0) return null
  return (
    <Pager
      shown={say('wing.showing', { from: skipped + 1, to: skipped + lines.length, count: people })}
      previous={skipped > 0 ? { href: wingHref(props, wing), text: say('wing.first') } : undefined}
      next={
        rest > 0
          ? {
              href: wingHref(props, wing, lines.at(-1)!.caseId),
              text: say('wing.next', { count: Math.min(size, rest) }),
            }
          : undefined
      }
    />
  )
}
