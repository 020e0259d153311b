import { pathwayLabel, statusLabel } from '../../agencies/index.ts'
import { type CaseFrame, PartNotSeen, sees } from '../../cases/index.ts'
import { BesideFact } from '../../corrections/index.ts'
import { type Pathway, pathwayUrl } from '../../needs/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Link,
  type PathwayIcon,
  PathwayList,
  pathwayIcons,
  Section,
  Status,
  statusGlyphs,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { declineLabel, stateLabel } from '../../referrals/index.ts'
import type { Overview, OverviewNeed } from '../overview.ts'
import { words } from '../words.ts'

export interface PartProps {
  page: PageContext
  frame: CaseFrame
  overview: Overview
}

/** How each pathway stands, with one sentence. */
export function Pathways({ page: { locale }, frame, overview }: PartProps) {
  const say = words(locale)
  const { pathways } = overview
  const title = pathways.length === 7 ? say('pathways.title') : say('pathways.count', { count: pathways.length })
  if (!sees(frame, 'needs')) {
    return (
      <Section id="h-path" title={title}>
        <PartNotSeen locale={locale} frame={frame} level={3} />
      </Section>
    )
  }
  return (
    <Section id="h-path" title={title} more={assessedText(locale, overview)}>
      <PathwayList
        pathways={pathways.map(({ code, labels, status, reason, need }) => ({
          icon: (pathwayIcons as Record<string, PathwayIcon>)[code] ?? 'home',
          name: pathwayLabel(locale, code, labels),
          glyph: statusGlyphs[(status ?? 'NOT_STARTED') as keyof typeof statusGlyphs],
          status: statusLabel(locale, status ?? 'NOT_STARTED'),
          href: pathwayUrl(frame.caseId, code as Pathway),
          text: reason || need || (status ? undefined : say('pathways.nothing')),
        }))}
      />
    </Section>
  )
}

function assessedText(locale: PageContext['locale'], { assessedAt }: Overview): string {
  const say = words(locale)
  const days = (assessedAt ?? []).map((at) => formatDay(locale, dayAt(new Date(at)), 'brief'))
  const [first, last] = [days[0], days.at(-1)]
  if (!first) return say('pathways.not-assessed')
  return days.length > 1 ? say('pathways.assessed-again', { first, last }) : say('pathways.assessed', { first })
}

export function Needs({ page: { locale }, frame, overview }: PartProps) {
  if (!sees(frame, 'needs')) return null
  const say = words(locale)
  const all = <Link href={`/cases/${frame.caseId}/needs`}>{say('needs.all', { count: overview.openNeeds })}</Link>
  return (
    <Section id="h-needs" title={say('needs.title')} more={all}>
      {overview.needs.length === 0 && <p class="govuk-body">{say('needs.none')}</p>}
      <ul class="tl-list">
        {overview.needs.map((need) => (
          <li>
            <Link class="tl-link tl-link--strong" href={`/needs/${need.id}`}>
              {need.words}
            </Link>{' '}
            <BesideFact locale={locale} frame={frame} factId={need.id} />{' '}
            {need.neededByOn && (
              <span class="tl-quiet">{say('needs.by', { day: formatDay(locale, need.neededByOn, 'brief') })}</span>
            )}
            <br />
            <span class="tl-quiet">{needLine(need, { locale, frame })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function needLine(need: OverviewNeed, { locale, frame }: { locale: PageContext['locale']; frame: CaseFrame }): string {
  const say = words(locale)
  const worker = need.ownerName && say('steps.worker', { name: need.ownerName, agency: need.ownerAgency ?? '' })
  const owner = need.isForPerson ? frame.calledName : (worker ?? need.ownerAgency ?? say('steps.nobody'))
  return say('needs.line', { pathway: pathwayLabel(locale, need.pathway), owner })
}

const glyphs = { SENT: 'clock', RECEIVED: 'clock', ACCEPTED: 'prog', STARTED: 'prog' } as const

export function Referrals({ page: { locale }, frame, overview }: PartProps) {
  const say = words(locale)
  const { referrals } = overview
  const all = <Link href={`/cases/${frame.caseId}/referrals`}>{say('referrals.all')}</Link>
  if (!sees(frame, 'referrals') && referrals.length === 0) return null
  return (
    <Section id="h-ref" title={say('referrals.title')} more={all}>
      {referrals.length === 0 && <p class="govuk-body">{say('referrals.none')}</p>}
      <ul class="tl-list">
        {referrals.map(({ id, service, provider, status, reason, sentAt }) => (
          <li>
            <Link class="tl-link tl-link--strong" href={`/referrals/${id}`}>
              {service}
            </Link>
            , {provider}
            <br />
            <Status glyph={status in glyphs ? glyphs[status as keyof typeof glyphs] : 'bad'}>
              {say(status === 'SENT' ? 'referrals.sent' : 'referrals.line', {
                state: stateLabel(locale, status),
                day: formatDay(locale, dayAt(new Date(sentAt)), 'brief'),
              })}
            </Status>
            {reason && <p class="tl-m0 tl-quiet">{declineLabel(locale, reason)}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
