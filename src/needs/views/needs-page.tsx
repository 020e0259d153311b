import { type CaseFrame, CaseLayout, PartNotSeen } from '../../cases/index.ts'
import { BesideFact } from '../../corrections/index.ts'
import { dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Button,
  Cell,
  Empty,
  Icon,
  Link,
  PageHead,
  pathwayIcons,
  Row,
  RowHead,
  Section,
  Status,
  StatusTag,
  statusGlyphs,
  Table,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { isOpen } from '../need-states.ts'
import type { Pathway } from '../pathways.ts'
import type { Need } from '../queries/needs.ts'
import { type Say, words } from '../words.ts'

export interface NeedsPageProps {
  page: PageContext
  frame: CaseFrame
  needs: Need[]
  nameOf: (pathway: Pathway) => string
}

/** What a person needs, by when, and who sees to it: open first, soonest first. */
export function NeedsPage({ page, frame, needs, nameOf }: NeedsPageProps) {
  const say = words(page.locale)
  const mayWrite = frame.sight.needs === true
  const [open, closed] = [needs.filter(({ status }) => isOpen(status)), needs.filter(({ status }) => !isOpen(status))]
  const raise = mayWrite && <Button href={`/cases/${frame.caseId}/needs/new`}>{say('needs.raise')}</Button>
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={say('needs.title')}>
      <PageHead title={say('needs.title')} sub={say('needs.lead', { name: frame.calledName })} actions={raise} />
      {frame.sight.needs === undefined && <PartNotSeen locale={page.locale} frame={frame} />}
      {frame.sight.needs !== undefined && needs.length === 0 && (
        <Empty title={say('needs.none-title')}>
          <p>{say('needs.none')}</p>
        </Empty>
      )}
      {needs.length > 0 && (
        <Section id="h-open" title={say('needs.open')}>
          {open.length === 0 && <p class="govuk-body">{say('needs.none-open')}</p>}
          <NeedTable {...{ page, frame, needs: open, nameOf, mayWrite, caption: say('needs.open') }} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section id="h-closed" title={say('needs.closed')}>
          <NeedTable {...{ page, frame, needs: closed, nameOf, mayWrite, caption: say('needs.closed') }} />
        </Section>
      )}
      {needs.length > 0 && <WayOn href={`/cases/${frame.caseId}/corrections`}>{say('needs.corrections')}</WayOn>}
    </CaseLayout>
  )
}

function NeedTable(props: NeedsPageProps & { mayWrite: boolean; caption: string }) {
  const { page, frame, needs, nameOf, caption, mayWrite } = props
  const say = words(page.locale)
  if (needs.length === 0) return null
  const columns = (['need', 'needed-by', 'owner', 'status'] as const).map((key) => ({ text: say(key) }))
  return (
    <Table caption={caption} isCaptionHidden columns={columns}>
      {needs.map((need) => (
        <Row>
          <RowHead>
            {mayWrite ? (
              <Link class="tl-link" href={`/needs/${need.id}`}>
                {need.words}
              </Link>
            ) : (
              need.words
            )}
            <small>
              <Icon name={pathwayIcons[need.pathway]} /> {nameOf(need.pathway)}
            </small>
            <small>{sourceOf(page, need)}</small>
            <BesideFact locale={page.locale} frame={frame} factId={need.id} />
            {need.isRestricted && <StatusTag tone="warn">{say('restricted')}</StatusTag>}
          </RowHead>
          <Cell label={say('needed-by')}>
            <NeededBy page={page} need={need} />
          </Cell>
          <Cell label={say('owner')}>
            {ownerOf(say, need, frame.calledName)}
            {mayWrite && isOpen(need.status) && (
              <small class="tl-noprint">
                <Link class="tl-link" href={`/needs/${need.id}/refer`}>
                  {say('refer')}
                  <span class="govuk-visually-hidden">: {need.words}</span>
                </Link>
              </small>
            )}
          </Cell>
          <Cell label={say('status')}>
            <Status glyph={statusGlyphs[need.status]}>{say(`status.${need.status}`)}</Status>
            {need.statusReason && <small>{say('reason', { reason: need.statusReason })}</small>}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** The day, late in red; and before it, when its lead time says to begin (R038). */
function NeededBy({ page, need }: { page: PageContext; need: Need }) {
  const say = words(page.locale)
  const { neededByOn, beginByOn, status } = need
  if (!neededByOn) return <span class="tl-quiet">{say('no-day')}</span>
  const today = dayAt(page.now)
  const daysLate = isOpen(status) ? daysBetween(neededByOn, today) : 0
  const isToBegin = status === 'NOT_STARTED' && beginByOn !== null && daysLate <= 0
  return (
    <>
      {formatDay(page.locale, neededByOn, 'short')}{' '}
      {daysLate > 0 && <StatusTag tone="bad">{say('late', { days: daysLate })}</StatusTag>}
      {isToBegin && beginByOn <= today && <StatusTag tone="warn">{say('begin-now')}</StatusTag>}
      {isToBegin && beginByOn > today && (
        <small>{say('begin-by', { day: formatDay(page.locale, beginByOn, 'brief') })}</small>
      )}
    </>
  )
}

export function sourceOf({ locale }: PageContext, need: Need): string {
  const day = formatDay(locale, dayAt(need.raisedAt), 'full')
  const who = { name: need.raisedByName, agency: need.raisedByAgencyName, day }
  return words(locale)(need.questionKey ? 'raised-from' : 'raised-by', who)
}

export function ownerOf(
  say: Say,
  need: Pick<Need, 'responsible' | 'responsibleName' | 'responsibleAgencyName'>,
  name: string,
) {
  if (need.responsible.isForPerson) return say('for-person', { name })
  const agency = need.responsibleAgencyName ?? ''
  if (need.responsibleName) return say('owner.worker', { name: need.responsibleName, agency })
  return agency || say('nobody')
}
