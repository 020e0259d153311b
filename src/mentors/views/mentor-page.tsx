import { pathwayLabel } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { BackLink, Facts, Link, PageHead, PlainList, ProblemSummary, Section, SummaryList } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Entry } from '../queries/entries.ts'
import type { Match } from '../queries/matches.ts'
import type { Mentor, Scheme } from '../queries/mentors.ts'
import type { Session } from '../queries/sessions.ts'
import type { Standard } from '../queries/standards.ts'
import { words } from '../words.ts'
import { EntryForm, FilePart } from './file-parts.tsx'
import { type Done, DoneBanner, type Form, hoursOf, StateTag, VettingTag } from './parts.tsx'
import { SessionList } from './session-list.tsx'
import { LeaveForm, RecordForm, StandingForm } from './standing-forms.tsx'

export interface MentorPageProps {
  page: PageContext
  mentor: Mentor
  entries: readonly Entry[]
  matches: readonly Match[]
  sessions: readonly Session[]
  scheme: Scheme
  standards: readonly Standard[]
  accounts: readonly { id: string; name: string }[]
  /** The actor is this mentor. */
  isOwn: boolean
  mayRun: boolean
  /** The actor supervises them. */
  supervises: boolean
  form: Form
  done: Done | undefined
  userId: string
}

/** The file of one mentor, as far as the reader may see it. */
export function MentorPage(props: MentorPageProps) {
  const { page, mentor, matches, sessions, isOwn, mayRun, form } = props
  const { locale } = page
  const say = words(locale)
  const back = isOwn && !mayRun ? { href: '/mentoring', text: say('home.title') } : { href: '/mentors', text: say('title') } // biome-ignore format: one line
  const mayChange = !mentor.leftOn && (mayRun || isOwn)
  return (
    <Layout page={page} title={mentor.name} hasProblems={form.problems.length > 0}>
      <BackLink href={back.href}>{back.text}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <DoneBanner locale={locale} done={props.done} />
      <PageHead title={mentor.name} sub={say(mentor.leftOn ? 'stage.LEFT' : `stage.${mentor.stage}`)} />
      <Standing {...props} />
      <Section
        id="h-profile"
        title={say('profile.title')}
        more={mayChange && <Link href={`/mentors/${mentor.id}/profile`}>{say('profile.change')}</Link>}
      >
        <Profile locale={locale} mentor={mentor} />
      </Section>
      {(['VETTING', 'TRAINING', 'SUPERVISION', 'GOAL', 'PROGRESS', 'BACKGROUND'] as const).map((kind) => (
        <FilePart {...props} kind={kind} />
      ))}
      {!mentor.leftOn && (mayRun || props.supervises || isOwn) && <EntryForm {...props} />}
      <Section id="h-matches" title={say('matches.title')}>
        {matches.length === 0 && <p class="govuk-body">{say('matches.none')}</p>}
        <PlainList>
          {matches.map((match) => (
            <li>
              <Link href={`/mentor-matches/${match.id}`}>
                {say('match.title', { mentor: match.mentorName, person: match.personName || say('match.somebody') })}
              </Link>{' '}
              <StateTag locale={locale} state={match.state} />
            </li>
          ))}
        </PlainList>
      </Section>
      {sessions.length > 0 && (
        <Section id="h-sessions" title={say('sessions.title')}>
          <SessionList locale={locale} sessions={sessions} userId={props.userId} />
        </Section>
      )}
      {mayRun && !isOwn && !mentor.leftOn && (
        <>
          <StandingForm {...props} />
          <RecordForm {...props} />
          <LeaveForm {...props} />
        </>
      )}
    </Layout>
  )
}

function Standing({ page, mentor, scheme }: MentorPageProps) {
  const say = words(page.locale)
  return (
    <Facts
      facts={[
        {
          term: say('col.vetting'),
          value: <VettingTag locale={page.locale} until={mentor.vettedUntil} today={dayAt(page.now)} />,
        },
        {
          term: say('col.training'),
          value: say('trained', {
            had: hoursOf(mentor.trainedMinutes),
            target: hoursOf(scheme.trainingTargetInMinutes),
          }),
        },
        { term: say('col.matches'), value: say('load', { load: mentor.load, most: mentor.mostMentees }) },
        { term: say('standing.supervisor'), value: mentor.supervisorName ?? say('standing.nobody') },
      ]}
    />
  )
}

function Profile({ locale, mentor }: { locale: PageContext['locale']; mentor: Mentor }) {
  const say = words(locale)
  const row = (key: string, said: readonly string[]) => ({ key, value: said.join(', ') || say('none-said') })
  return (
    <SummaryList
      rows={[
        row(say('field.came-from'), [say(`from.${mentor.cameFrom}` as 'from.PUBLIC')]),
        row(say('field.gender'), [say(`gender.${mentor.gender}`)]),
        row(say('field.prefers'), [say(`prefers.${mentor.prefers}`)]),
        row(say('field.places'), mentor.places),
        row(say('field.languages'), mentor.languages),
        row(say('field.interests'), mentor.interests.map((code) => say(`interest.${code}` as 'interest.SPORT'))), // biome-ignore format: one line
        row(say('field.experience'), mentor.experience.map((code) => pathwayLabel(locale, code))), // biome-ignore format: one line
        row(say('field.weekdays'), mentor.weekdays.map((day) => say(`day.${day}` as 'day.1'))), // biome-ignore format: one line
      ]}
    />
  )
}
