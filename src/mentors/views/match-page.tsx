import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, ButtonGroup, Note, PageHead, ProblemSummary, Section, SummaryList, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Match, Mentee } from '../queries/matches.ts'
import type { Session } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { EndForm, RiskForm } from './match-forms.tsx'
import { type Done, DoneBanner, type Form, StateTag } from './parts.tsx'
import { SessionList } from './session-list.tsx'

export interface MatchPageProps {
  page: PageContext
  match: Match
  /** What its mentor is shown of the person; undefined for everybody else. */
  mentee: Mentee | undefined
  sessions: readonly Session[]
  isOwn: boolean
  /** A manager, or who supervises the mentor. */
  leads: boolean
  form: Form
  done: Done | undefined
  userId: string
}

/** One match: why these two, what both said, the risk assessment, and what happened since. */
export function MatchPage(props: MatchPageProps) {
  const { page, match, mentee, sessions, isOwn, leads, form } = props
  const { locale } = page
  const say = words(locale)
  const person = (isOwn ? mentee?.called : match.personName) || say('match.somebody')
  const title = say('match.title', { mentor: match.mentorName, person })
  const isOpen = match.state !== 'ENDED' && match.state !== 'DECLINED'
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={isOwn ? '/mentoring' : '/mentors'}>{say(isOwn ? 'home.title' : 'title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <DoneBanner locale={locale} done={props.done} />
      <PageHead title={title} sub={<StateTag locale={locale} state={match.state} />} />
      {match.endedOn && match.endedWhy && (
        <p class="govuk-body">
          {say('match.ended', { day: formatDay(locale, match.endedOn), why: say(`ending.${match.endedWhy}`) })}
          {match.endedWords && `. ${match.endedWords}`}
        </p>
      )}
      <Answers {...props} />
      {isOpen && <Questions {...props} />}
      {match.riskSignedAt && (
        <Section id="h-risk" title={say('risk.title')}>
          <p class="govuk-body">{match.riskWords}</p>
          <p class="govuk-body">
            <strong>{say('risk.places')}:</strong> {match.riskPlaces}
          </p>
          <p class="govuk-body tl-quiet">
            {say('risk.signed', { name: match.riskSignedBy ?? '', day: formatDay(locale, dayAt(match.riskSignedAt)) })}
          </p>
        </Section>
      )}
      {match.state === 'AGREED' && (leads ? <RiskForm {...props} /> : <Note>{<p>{say('risk.wait')}</p>}</Note>)}
      {isOwn && match.state === 'READY' && (
        <p class="govuk-body">
          <Button href={`/mentoring/log?match=${match.id}`}>{say('home.log', { name: person })}</Button>
        </p>
      )}
      {sessions.length > 0 && (
        <Section id="h-sessions" title={say('sessions.title')}>
          <SessionList locale={locale} sessions={sessions} userId={props.userId} />
        </Section>
      )}
      {isOpen && (leads || isOwn) && <EndForm {...props} />}
    </Layout>
  )
}

function Answers({ page: { locale }, match, leads }: MatchPageProps) {
  const say = words(locale)
  const said = (answer: 'YES' | 'NO' | null) => say(answer ? `answer.${answer}` : 'answer.none')
  const gate = match.gateOn && match.gateAnswer && { day: formatDay(locale, match.gateOn), answer: match.gateAnswer }
  return (
    <>
      <SummaryList
        rows={[
          { key: say('match.why'), value: match.reasons.map((reason) => say(`reason.${reason}`)).join(', ') || say('none-said') }, // biome-ignore format: one line
          { key: say('match.mentor-answer'), value: said(match.mentorAnswer) },
          { key: say('match.person-answer'), value: said(match.personAnswer) },
        ]}
      />
      {gate && leads && <p class="govuk-body">{say(`gate.mentor-${gate.answer}`, { day: gate.day })}</p>}
    </>
  )
}

/** What is asked of whoever reads: the mentor's own answer, or what the person said. */
function Questions({ page: { locale }, match, mentee, isOwn, leads }: MatchPageProps) {
  const say = words(locale)
  const mayAnswer = isOwn || (leads && !match.mentorAccountId)
  return (
    <>
      {!match.mentorAnswer && mayAnswer && (
        <Note title={say(isOwn ? 'match.ask-you' : 'match.ask-mentor')}>
          {isOwn && <p>{say('match.ask-you-text', { place: mentee?.staysAt ?? '' })}</p>}
          <YesNo locale={locale} action={`/mentor-matches/${match.id}/answer`} />
        </Note>
      )}
      {!match.personAnswer && leads && !isOwn && (
        <Note title={say('match.ask-person')}>
          <YesNo locale={locale} action={`/mentor-matches/${match.id}/person-answer`} />
        </Note>
      )}
      {isOwn && <GateQuestion locale={locale} match={match} mentee={mentee} />}
      {leads && match.personName && <WayOn href={`/cases/${match.caseId}`}>{match.personName}</WayOn>}
    </>
  )
}

/** Offered to the mentor: the meeting at the gate. */
export function GateQuestion({
  locale,
  match,
  mentee,
}: {
  locale: PageContext['locale']
  match: Match
  mentee: Mentee | undefined
}) {
  // biome-ignore format: one line
  const say = words(locale)
  if (match.state !== 'READY' || !mentee?.releaseOn || mentee.isOut) return null
  const day = formatDay(locale, mentee.releaseOn)
  if (match.gateOn === mentee.releaseOn && match.gateAnswer)
    return <p class="govuk-body">{say(`gate.${match.gateAnswer}`, { day })}</p>
  return (
    <Note level={3} title={say('gate.ask', { day })}>
      <YesNo locale={locale} action={`/mentor-matches/${match.id}/gate`} />
    </Note>
  )
}

function YesNo({ locale, action }: { locale: PageContext['locale']; action: string }) {
  const say = words(locale)
  return (
    <form method="post" action={action}>
      <input type="hidden" name="formId" value={newId()} />
      <ButtonGroup>
        <Button kind="secondary" name="answer" value="YES">
          {say('answer.yes')}
        </Button>
        <Button kind="secondary" name="answer" value="NO">
          {say('answer.no')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
