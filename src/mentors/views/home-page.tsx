import { dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Button, Empty, Link, Note, PageHead, Section } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Match, Mentee } from '../queries/matches.ts'
import type { Mentor, Scheme } from '../queries/mentors.ts'
import type { Session } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { GateQuestion } from './match-page.tsx'
import { type Done, DoneBanner, StateTag } from './parts.tsx'
import { SessionList } from './session-list.tsx'

export interface HomePageProps {
  page: PageContext
  mentor: Mentor | undefined
  matches: readonly Match[]
  mentees: ReadonlyMap<string, Mentee>
  sessions: readonly Session[]
  scheme: Scheme
  done: Done | undefined
  userId: string
}

const firstDays = 14

/** A mentor's own page: whom they walk with, and logging in three taps. */
export function HomePage({ page, mentor, matches, mentees, sessions, scheme, done, userId }: HomePageProps) {
  const { locale } = page
  const say = words(locale)
  const shown = matches.filter(({ id, state }) => mentees.has(id) && state !== 'ENDED' && state !== 'DECLINED')
  return (
    <Layout page={page} title={say('home.title')}>
      <DoneBanner locale={locale} done={done} />
      <PageHead title={say('home.title')} sub={say('home.sub')} />
      {!mentor && (
        <Empty title={say('home.no-mentor')}>
          <p class="govuk-body">{say('home.no-mentor-text')}</p>
        </Empty>
      )}
      {mentor && shown.length === 0 && (
        <Empty title={say('home.none')}>
          <p class="govuk-body">{say('home.none-text')}</p>
        </Empty>
      )}
      {shown.map((match) => (
        <MenteeCard page={page} match={match} mentee={mentees.get(match.id)!} lapseAfterDays={scheme.lapseAfterDays} />
      ))}
      {mentor && (
        <p class="govuk-body">
          <Button kind="secondary" href="/mentoring/log">
            {say('home.one-off')}
          </Button>
        </p>
      )}
      <ul class="govuk-list tl-noprint">
        {mentor && (
          <li>
            <Link href={`/mentors/${mentor.id}`}>{say('home.file')}</Link>
          </li>
        )}
        <li>
          <Link href="/expenses">{say('home.claim')}</Link>
        </li>
      </ul>
      {sessions.length > 0 && (
        <Section id="h-sessions" title={say('sessions.title')}>
          <SessionList locale={locale} sessions={sessions} userId={userId} called={mentees} />
        </Section>
      )}
    </Layout>
  )
}

function MenteeCard({
  page,
  match,
  mentee,
  lapseAfterDays,
}: {
  page: PageContext
  match: Match
  mentee: Mentee
  lapseAfterDays: number
}) {
  // biome-ignore format: one line
  const { locale } = page
  const say = words(locale)
  const today = dayAt(page.now)
  const name = mentee.called || say('match.somebody')
  const day = mentee.isOut && mentee.releaseOn ? daysBetween(mentee.releaseOn, today) : 0
  const hasLapsed = match.quietDays !== null && match.quietDays > lapseAfterDays
  return (
    <section class="tl-sec" aria-labelledby={`h-${match.id}`}>
      <div class="tl-sec__head">
        <h2 class="govuk-heading-m" id={`h-${match.id}`}>
          <Link href={`/mentor-matches/${match.id}`}>{mentee.called || say('match.ask-you')}</Link>
        </h2>
        <p class="tl-quiet">
          <StateTag locale={locale} state={match.state} hasLapsed={hasLapsed} />
        </p>
      </div>
      <p class="govuk-body">
        {say('home.in', { place: mentee.staysAt })}.{' '}
        {match.state === 'READY' &&
          (match.lastOn ? say('home.last', { day: formatDay(locale, match.lastOn) }) : say('home.never'))}
      </p>
      {day >= 1 && day <= firstDays && match.state === 'READY' && (
        <Note level={3}>
          <p>{say('fortnight', { day })}</p>
        </Note>
      )}
      {hasLapsed && <p class="govuk-body">{say('home.quiet', { days: match.quietDays ?? 0 })}</p>}
      <GateQuestion locale={locale} match={match} mentee={mentee} />
      {match.state === 'READY' && (
        <Button href={`/mentoring/log?match=${match.id}`}>{say('home.log', { name })}</Button>
      )}
    </section>
  )
}
