import { CaseLayout } from '../../cases/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Actor } from '../../platform/database.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  Link,
  Note,
  OwnWords,
  PageHead,
  PlainList,
  ProblemSummary,
  Section,
  SummaryList,
} from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { isOpen } from '../handover-states.ts'
import type { ShownHandover } from '../read-handover.ts'
import { words } from '../words.ts'
import { Moves } from './moves.tsx'
import { Points } from './points.tsx'
import { stateOf, whoActs, whoIsResponsible } from './said.ts'
import { Signatures } from './signatures.tsx'

export interface HandoverProps extends ShownHandover {
  page: PageContext
  actor: Actor
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** One handover: who is responsible, who must act, the three signatures, the meeting and what was agreed. */
export function HandoverPage(props: HandoverProps) {
  const { page, frame, handover, points, continuity, earlier, form } = props
  const { locale } = page
  const say = words(locale)
  const title = say('one.title', { name: frame.calledName, to: handover.toName })
  const acts = whoActs(locale, handover, frame.calledName)
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/handovers">{say('list.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={stateOf(locale, handover)} />
      <Note title={whoIsResponsible(locale, handover)} {...(handover.state === 'DISAGREED' ? { tone: 'warn' } : {})}>
        {acts && <p>{acts}</p>}
        {handover.endWords && <p class="tl-kept">{handover.endWords}</p>}
        {handover.state === 'DECLINED' && <p>{say(`decline.${handover.endReason}` as 'decline.OTHER')}</p>}
      </Note>
      <Moved {...props} />
      <Section id="h-signatures" title={say('signatures')}>
        <Signatures page={page} handover={handover} person={frame.shownName} />
      </Section>
      <Moves {...props} />
      <Meeting {...props} />
      {handover.heldNumber > 0 && (
        <Section id="h-points" title={say('points')}>
          <Points page={page} handover={handover} points={points} person={frame.calledName} isLinked />
        </Section>
      )}
      <Section id="h-continuity" title={say('continuity')}>
        <p class="govuk-body">{say('continuity.workers', { count: continuity.workers, name: frame.calledName })}</p>
        <p class="govuk-body">
          {say(isOpen(handover.state) ? 'continuity.overlap' : 'continuity.overlapped', {
            days: handover.overlapInDays ?? continuity.overlapInDays,
            from: handover.fromName,
            to: handover.toName,
          })}
        </p>
      </Section>
      {earlier.length > 0 && (
        <Section id="h-earlier" title={say('earlier')}>
          <PlainList>
            {earlier.map((other) => (
              <li>
                <Link href={`/handovers/${other.id}`}>{say('earlier.to', { to: other.toName })}</Link>{' '}
                <span class="tl-quiet">
                  {formatAt(locale, other.proposedAt, 'brief')}, {stateOf(locale, other)}
                </span>
              </li>
            ))}
          </PlainList>
        </Section>
      )}
    </CaseLayout>
  )
}

/** The release date is no longer the one that the handover was planned for, or the meeting would come too late. */
function Moved({ page: { locale, now }, frame, handover }: HandoverProps) {
  const say = words(locale)
  const { releaseOn: was, meetsAt, state } = handover
  const is = frame.releaseOn
  if (!isOpen(state) || !is) return null
  const hasMoved = was !== null && was !== is
  const isTooLate = state === 'PROPOSED' && dayAt(meetsAt) >= is && is >= dayAt(now)
  if (!hasMoved && !isTooLate) return null
  return (
    <Note tone="warn">
      {hasMoved && <p>{say('moved', { was: formatDay(locale, was, 'long'), is: formatDay(locale, is, 'long') })}</p>}
      {isTooLate && <p>{say('moved.too-late')}</p>}
    </Note>
  )
}

function Meeting({ page: { locale }, handover, frame }: HandoverProps) {
  const say = words(locale)
  const { heldAt, heldHow, heldPlace, attended, ownWords, meetsAt, meetsHow, meetsPlace, why } = handover
  const [at, how, place] = heldAt ? [heldAt, heldHow!, heldPlace] : [meetsAt, meetsHow, meetsPlace]
  return (
    <Section id="h-meeting" title={say('meeting')}>
      <SummaryList
        rows={[
          { key: say(heldAt ? 'meeting.held' : 'meeting.planned'), value: formatAt(locale, at, 'long') },
          { key: say('meeting.how'), value: say(`way.${how}`) },
          place !== '' && { key: say('meeting.place'), value: place },
          attended.length > 0 && { key: say('meeting.attended'), value: attended.map(({ name }) => name).join(', ') },
          why !== '' && { key: say('meeting.why'), value: why },
          { key: say('meeting.sender'), value: `${handover.fromName}, ${handover.fromAgencyName}` },
          { key: say('meeting.receiver'), value: `${handover.toName}, ${handover.toAgencyName}` },
        ]}
      />
      {ownWords !== '' && <OwnWords source={frame.calledName}>{ownWords}</OwnWords>}
      <p class="govuk-body tl-noprint">
        <Link href={`/handovers/${handover.id}/agenda`}>{say(heldAt ? 'agenda.kept' : 'agenda.now')}</Link>
      </p>
    </Section>
  )
}
