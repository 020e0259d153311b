import { workerRoleLabel } from '../../agencies/index.ts'
import { type CaseFrame, type DaysWithout, mayWrite, type TeamMember } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { initialsOf, Link, Note, Phone, Section, TeamList } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ContactLine, type Standing } from '../../supervisor-contacts/index.ts'
import type { Overview } from '../overview.ts'
import { words } from '../words.ts'

interface AroundProps {
  page: PageContext
  frame: CaseFrame
  overview: Overview
  days: DaysWithout
  standing: Standing | undefined
}

/** Beside the work: who is around the person, what is good to know, who can see this. */
export function Around({ page, frame, overview, days, standing }: AroundProps) {
  const { locale } = page
  const say = words(locale)
  const agencies = new Set(frame.team.map(({ agencyId }) => agencyId)).size
  const until =
    overview.until && say('sees.text-until', { count: agencies, day: formatDay(locale, overview.until, 'full') })
  return (
    <>
      <Section id="h-team" title={say('team.title', { name: frame.calledName })}>
        <TeamList
          members={[themselves(locale, frame, overview), ...shownMembers(frame.team).map((m) => member(locale, m))]}
        />
        <p class="govuk-body tl-mt tl-noprint">
          <Link href={`/cases/${frame.caseId}/team`}>{say('team.manage')}</Link>
        </p>
      </Section>
      {!days.isInsideNamed && overview.heldAt && (
        <Note level={3} tone="warn">
          <p>{say('team.nobody-inside', { days: days.inside })}</p>
        </Note>
      )}
      {!days.isOutsideNamed && (
        <Note level={3} tone="warn">
          <p>{say('team.nobody-outside', { days: days.outside })}</p>
        </Note>
      )}
      {standing && <ContactLine locale={locale} caseId={frame.caseId} standing={standing} />}
      {overview.goodToKnow && (
        <Note level={3} title={say('good.title')}>
          <p>{overview.goodToKnow}</p>
        </Note>
      )}
      <Note level={3} title={say('sees.title')}>
        <p>{until ?? say('sees.text', { count: agencies })}</p>
        <p class="tl-noprint">
          <Link class="tl-link" href={`/cases/${frame.caseId}/who-can-see`}>
            {say('sees.link')}
          </Link>
        </p>
        {mayWrite(frame, 'notes') && (
          <p class="tl-noprint">
            <Link class="tl-link" href={`/cases/${frame.caseId}/looks`}>
              {say('sees.looks')}
            </Link>
          </p>
        )}
        <p class="tl-noprint">
          <Link class="tl-link" href={`/cases/${frame.caseId}/consent`}>
            {say('sees.consent')}
          </Link>
        </p>
        {frame.sight.assessment && (
          <p class="tl-noprint">
            <Link class="tl-link" href={`/cases/${frame.caseId}/sight`}>
              {say('sees.why')}
            </Link>
          </p>
        )}
      </Note>
    </>
  )
}

function themselves(locale: PageContext['locale'], frame: CaseFrame, { personPhone }: Overview) {
  const say = words(locale)
  return {
    initials: initialsOf(frame.shownName),
    kind: 'person',
    name: frame.shownName,
    role: say('team.own-record', { name: frame.calledName }),
    contact: personPhone ? <Phone number={personPhone} /> : say('team.no-phone'),
  }
}

/** Every named worker, and each agency that is on the case without one. */
export function shownMembers(team: readonly TeamMember[]): TeamMember[] {
  const named = team.filter(({ name }) => name !== null)
  const withNames = new Set(named.map(({ agencyId }) => agencyId))
  const others = new Map<string, TeamMember>()
  for (const each of team)
    if (!withNames.has(each.agencyId) && !others.has(each.agencyId)) others.set(each.agencyId, each)
  return [...named, ...others.values()]
}

function member(locale: PageContext['locale'], each: TeamMember) {
  const say = words(locale)
  const { agencyName: agency, agencyKind, name, role, relationship } = each
  const what = role ? workerRoleLabel(locale, role) : say(`team.relationship-${relationship}`)
  const phone = each.phone || each.agencyPhone
  return {
    initials: initialsOf(agency),
    kind: agencyKind,
    name: name ?? agency,
    role: name ? say('team.role', { role: what, agency }) : what,
    contact: phone ? <Phone number={phone} /> : say('team.no-contact', { agency }),
  }
}
