import { type Day, dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Button, Cell, Empty, Link, Note, PageHead, PlainList, Row, RowHead, Section, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnWay } from '../kinds.ts'
import type { Match } from '../queries/matches.ts'
import type { Mentor, Scheme } from '../queries/mentors.ts'
import { words } from '../words.ts'
import { hoursOf, StateTag, VettingTag } from './parts.tsx'

export interface MentorsPageProps {
  page: PageContext
  mentors: readonly Mentor[]
  matches: readonly Match[]
  scheme: Scheme
  waiting: number
  /** Where mentors got to themselves; of none for who may not read it. */
  ways: readonly { way: OwnWay; count: number }[]
  mayRun: boolean
}

/** The agency's mentors, what waits and what has lapsed. */
export function MentorsPage({ page, mentors, matches, scheme, waiting, ways, mayRun }: MentorsPageProps) {
  const { locale } = page
  const say = words(locale)
  const lapsed = matches.filter(({ quietDays }) => quietDays !== null && quietDays > scheme.lapseAfterDays)
  const open = matches.filter(({ state }) => state === 'PROPOSED' || state === 'AGREED')
  return (
    <Layout page={page} title={say('title')}>
      <PageHead title={say('title')} sub={say('sub')} actions={<Places locale={locale} mayRun={mayRun} />} />
      {waiting > 0 && (
        <Note>
          <p>
            <Link href="/mentees">{say('list.waiting', { count: waiting })}</Link>
          </p>
        </Note>
      )}
      {mayRun && (
        <p class="govuk-body">
          <Button kind="secondary" href="/mentors/new">
            {say('list.new')}
          </Button>
        </p>
      )}
      {lapsed.length > 0 && (
        <Section id="h-lapsed" title={say('list.lapsed')}>
          <PlainList>
            {lapsed.map((match) => (
              <li>
                <Link href={`/mentor-matches/${match.id}`}>
                  {say('list.lapsed-text', {
                    mentor: match.mentorName,
                    person: match.personName || say('match.somebody'),
                    days: match.quietDays ?? 0,
                  })}
                </Link>
              </li>
            ))}
          </PlainList>
        </Section>
      )}
      {open.length > 0 && (
        <Section id="h-open" title={say('list.to-do')}>
          <PlainList>
            {open.map((match) => (
              <li>
                <Link href={`/mentor-matches/${match.id}`}>
                  {say('match.title', {
                    mentor: match.mentorName,
                    person: match.personName || say('match.somebody'),
                  })}
                </Link>{' '}
                <StateTag locale={locale} state={match.state} />
              </li>
            ))}
          </PlainList>
        </Section>
      )}
      {mentors.length === 0 ? (
        <Empty title={say('list.none')}>
          <p class="govuk-body">{say('list.none-text')}</p>
        </Empty>
      ) : (
        <MentorTable page={page} mentors={mentors} scheme={scheme} today={dayAt(page.now)} />
      )}
      {ways.length > 0 && (
        <Section id="h-ways" title={say('list.ways')} more={say('list.ways-text')}>
          <PlainList>
            {ways.map(({ way, count }) => (
              <li class="tl-num">{say('list.way', { way: say(`way.${way}`), count })}</li>
            ))}
          </PlainList>
        </Section>
      )}
    </Layout>
  )
}

function Places({ locale, mayRun }: { locale: PageContext['locale']; mayRun: boolean }) {
  const say = words(locale)
  return (
    <>
      <Link href="/expenses">{say('list.expenses')}</Link>
      {mayRun && <Link href="/delivery">{say('list.delivery')}</Link>}
      {mayRun && <Link href="/mentors/evidence">{say('list.evidence')}</Link>}
      {mayRun && <Link href="/mentors/scheme">{say('list.scheme')}</Link>}
    </>
  )
}

interface TableProps extends Pick<MentorsPageProps, 'page' | 'mentors' | 'scheme'> {
  today: Day
}

function MentorTable({ page: { locale }, mentors, scheme, today }: TableProps) {
  const say = words(locale)
  const heads = (['name', 'stage', 'vetting', 'training', 'supervision', 'matches'] as const).map((name) => say(`col.${name}`)) // biome-ignore format: one line
  return (
    <Table caption={say('title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {mentors.map((mentor) => (
        <Row>
          <RowHead>
            <Link class="tl-link tl-link--strong" href={`/mentors/${mentor.id}`}>
              {mentor.name}
            </Link>
          </RowHead>
          <Cell label={heads[1]!}>{say(mentor.leftOn ? 'stage.LEFT' : `stage.${mentor.stage}`)}</Cell>
          <Cell label={heads[2]!}>
            <VettingTag locale={locale} until={mentor.vettedUntil} today={today} />
          </Cell>
          <Cell label={heads[3]!}>
            {say('trained', {
              had: hoursOf(mentor.trainedMinutes),
              target: hoursOf(scheme.trainingTargetInMinutes),
            })}
          </Cell>
          <Cell label={heads[4]!}>
            {mentor.supervisedOn ? formatDay(locale, mentor.supervisedOn) : say('supervised.never')}
          </Cell>
          <Cell label={heads[5]!}>{say('load', { load: mentor.load, most: mentor.mostMentees })}</Cell>
        </Row>
      ))}
    </Table>
  )
}
