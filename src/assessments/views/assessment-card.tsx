import type { CaseFrame } from '../../cases/index.ts'
import { dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Details, type GlyphName, Link, Note, Status } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { resetReasons, skipReasons } from '../begin-assessment.ts'
import type { Assessment } from '../queries/assessments.ts'
import type { AssessmentType } from '../question-set.ts'
import { type Say, words } from '../words.ts'
import { ReasonForm } from './reason-form.tsx'

/** Where the assessment of one type stands on a case. */
export interface Standing {
  type: AssessmentType
  /** The latest that was not set aside. */
  current: Assessment | undefined
  earlier: Assessment[]
  /** The reader's own agency writes it, so they may go on. */
  isOwn: boolean
  donePages: number
  mayBegin: boolean
  /** What to do next on this case: its button stands at the top of the page. */
  isNext: boolean
  windowInDays: number
}

interface CardProps {
  page: PageContext
  frame: CaseFrame
  standing: Standing
  isReasonMissing?: boolean
}

/** One type of assessment: its state in a sentence, and what can be done. */
export function AssessmentCard({ page, frame, standing, isReasonMissing }: CardProps) {
  const say = words(page.locale)
  const { type, current, earlier, windowInDays } = standing
  const mayWrite = frame.sight.assessment === true
  const state = stateOf(current)
  return (
    <Note title={say(`type.${type}`)}>
      <p class="tl-quiet">{say(`type.${type}.about`, { days: windowInDays })}</p>
      <p>
        <Status glyph={glyphs[state]}>{say(state === 'none' ? 'state.none' : `state.word.${state}`)}</Status>
      </p>
      {current && <p>{sentence(page, say, standing, current)}</p>}
      {isEarly(page, frame, standing) && <p class="tl-quiet">{say('type.not-yet', { days: windowInDays })}</p>}
      {state === 'none' && !standing.mayBegin && mayWrite && <p>{say('type.first-bcst2')}</p>}
      {!standing.isNext && <StandingAction say={say} frame={frame} standing={standing} />}
      {mayWrite && (state === 'none' ? standing.mayBegin : state === 'draft' && standing.isOwn) && (
        <Details summary={say('skip.title')} isOpen={isReasonMissing}>
          <ReasonForm
            locale={page.locale}
            action={`/cases/${frame.caseId}/assessments/skip`}
            legend={say('skip.reason')}
            button={say('skip.button')}
            fields={{ type }}
            idPrefix={`skip-${type.toLowerCase()}`}
            items={skipReasons.map((value) => ({ value, text: say(`skip.${value}`) }))}
            isMissing={isReasonMissing}
          />
        </Details>
      )}
      {mayWrite && state === 'draft' && !standing.isOwn && (
        <Details summary={say('reset.elsewhere-title')} isOpen={isReasonMissing}>
          <p>{say('reset.elsewhere', { agency: current!.agencyName })}</p>
          <ReasonForm
            locale={page.locale}
            action={`/assessments/${current!.id}/reset`}
            legend={say('reset.reason')}
            button={say('reset.button')}
            idPrefix={`reset-${type.toLowerCase()}`}
            items={resetReasons.map((value) => ({ value, text: say(`reset.${value}`) }))}
            isMissing={isReasonMissing}
          />
        </Details>
      )}
      {earlier.map((one) => (
        <p class="tl-quiet">
          {one.submittedAt && <Link href={`/assessments/${one.id}`}>{say('read-it')}</Link>}{' '}
          {say('state.reset', { day: day(page, one.resetAt!), reason: resetWord(say, one) })}
        </p>
      ))}
    </Note>
  )
}

/** Begin, go on or read: what can be done next with an assessment. The next of the case is the page's one primary button. */
export function StandingAction({ say, frame, standing }: { say: Say; frame: CaseFrame; standing: Standing }) {
  const { type, current, isOwn, isNext } = standing
  const kind = isNext ? undefined : ('secondary' as const)
  const named = (what: string) => (isNext ? say('named', { what, type: say(`type.${type}`) }) : what) // alone at the top of the page
  if (current?.submittedAt) {
    return (
      <p>
        <Link href={`/assessments/${current.id}`}>{say('read-it')}</Link>
      </p>
    )
  }
  if (current?.skippedAt || frame.sight.assessment !== true) return null
  if (current) {
    if (!isOwn) return null
    return (
      <Button kind={kind} href={`/assessments/${current.id}/pages/accommodation`}>
        {named(say('go-on'))}
      </Button>
    )
  }
  if (!standing.mayBegin) return null
  return (
    <form method="post" action={`/cases/${frame.caseId}/assessments`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="type" value={type} />
      <Button kind={kind} preventDoubleClick>
        {named(say(standing.earlier.length > 0 ? 'begin-new' : 'begin'))}
      </Button>
    </form>
  )
}

const glyphs: Record<ReturnType<typeof stateOf>, GlyphName> = {
  none: 'none',
  draft: 'prog',
  submitted: 'done',
  skipped: 'notreq',
}

function stateOf(current: Assessment | undefined) {
  if (!current) return 'none'
  if (current.submittedAt) return 'submitted'
  return current.skippedAt ? 'skipped' : 'draft'
}

function sentence(page: PageContext, say: Say, { isOwn, donePages }: Standing, current: Assessment): string {
  const who = { name: current.begunByName, agency: current.agencyName, day: day(page, current.begunAt) }
  if (current.submittedAt) {
    return say('state.submitted', { ...who, name: current.submittedByName ?? '', day: day(page, current.submittedAt) })
  }
  if (current.skippedAt) return say('state.skipped', { ...who, reason: skipWord(say, current) })
  return isOwn ? say('state.draft', { ...who, done: donePages }) : say('state.draft-elsewhere', who)
}

const isEarly = ({ now }: PageContext, { releaseOn }: CaseFrame, { type, current, windowInDays }: Standing) =>
  type === 'RESETTLEMENT_PLAN' && !current && releaseOn !== null && daysBetween(dayAt(now), releaseOn) > windowInDays

const day = ({ locale }: PageContext, at: Date) => formatDay(locale, dayAt(at), 'full')
const skipWord = (say: Say, { skipReason }: Assessment) => say(`skip.${skipReason}` as 'skip.OTHER').toLowerCase()
const resetWord = (say: Say, { resetReason }: Assessment) => say(`reset.${resetReason}` as 'reset.OTHER').toLowerCase()
