import { workerRoleLabel } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Section,
  Select,
  WayOn,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type CaseFrame, mayWrite } from '../case-frame.ts'
import type { DaysWithout } from '../queries/days-without.ts'
import type { NameableWorker, SupervisingChoice } from '../queries/workers.ts'
import { words } from '../words.ts'
import { workerRoles } from '../worker-roles.ts'
import { AgenciesOnCase } from './agencies-on-case.tsx'
import { CaseLayout } from './case-layout.tsx'
import { NamedWorkers } from './named-workers.tsx'

export interface TeamPageProps {
  page: PageContext
  frame: CaseFrame
  ownAgencyId: string
  ownAccountId: string
  mayName: boolean
  mayRestrict: boolean
  mayAnswerAccess: boolean
  days: DaysWithout
  workers: readonly NameableWorker[]
  areas: readonly SupervisingChoice[]
  /** Of the reader's agency, not on the case yet. */
  teams: readonly { id: string; name: string }[]
  form: { typed: Typed; problems: Problem[] }
}

/** Who works with the person, and the way to name, hand over and end. */
export function TeamPage(props: TeamPageProps) {
  const { page, frame, days, form, mayName } = props
  const say = words(page.locale)
  const title = say('team.title', { name: frame.calledName })
  const isNamed = frame.team.some(({ accountId }) => accountId === props.ownAccountId)
  const mayPropose =
    mayName && isNamed && mayWrite(frame, 'assessment') && !frame.handover && frame.isOpen && !frame.diedOn
  const mayEnd = mayName && frame.responsible.agencyId === props.ownAgencyId
  return (
    <CaseLayout page={page} frame={frame} current="overview" title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/cases/${frame.caseId}`}>{say('team.back', { name: frame.shownName })}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('team.sub', { name: frame.calledName })} />
      {!days.isInsideNamed && frame.placeName && (
        <Note tone="warn">
          <p>{say('team.nobody-inside', { days: days.inside })}</p>
        </Note>
      )}
      {!days.isOutsideNamed && (
        <Note tone="warn">
          <p>{say('team.nobody-outside', { days: days.outside })}</p>
        </Note>
      )}
      <Section id="h-named" title={say('team.named')}>
        <NamedWorkers {...props} />
      </Section>
      {mayName && <NameForm {...props} />}
      <AgenciesOnCase {...props} />
      {mayName && props.areas.length > 0 && <SupervisionForm {...props} />}
      <WayOn href={`/cases/${frame.caseId}/management`}>{say('team.management', { name: frame.calledName })}</WayOn>
      <WayOn href={`/people/${frame.personId}/known-here`}>{say('team.known-here', { name: frame.calledName })}</WayOn>
      <WayOn href="/bars">{say('team.private', { name: frame.calledName })}</WayOn>
      <p class="govuk-body">{say('team.responsible', { agency: frame.responsible.name })}</p>
      {mayEnd && frame.transfer && <WayOn href={`/transfers/${frame.transfer.id}`}>{say('team.transfer-open')}</WayOn>}
      {mayEnd && !frame.transfer && <WayOn href={`/cases/${frame.caseId}/transfer`}>{say('team.transfer')}</WayOn>}
      {mayEnd && !frame.transfer && <WayOn href={`/cases/${frame.caseId}/end`}>{say('team.end')}</WayOn>}
      {mayPropose && (
        <WayOn href={`/cases/${frame.caseId}/handover`}>{say('team.handover', { name: frame.calledName })}</WayOn>
      )}
      {props.mayAnswerAccess && (
        <WayOn href={`/cases/${frame.caseId}/subject-access`}>{say('team.subject-access')}</WayOn>
      )}
      {props.mayRestrict && <WayOn href={`/cases/${frame.caseId}/restricted`}>{say('team.restrict')}</WayOn>}
      {props.mayRestrict && <WayOn href={`/retention/people/${frame.personId}`}>{say('team.hold')}</WayOn>}
    </CaseLayout>
  )
}

function NameForm({ page, frame, workers, form }: TeamPageProps) {
  const { locale } = page
  const say = words(locale)
  const choose = { value: '', text: say('team.choose') }
  return (
    <Section id="h-name" title={say('team.name')}>
      <form method="post" action={`/cases/${frame.caseId}/workers`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="accountId"
          label={say('team.name-who')}
          value={typedText(form, 'accountId')}
          error={problemOf(form.problems, 'accountId', say)}
          items={[
            choose,
            ...workers.map(({ accountId, name, agencyName: agency }) => ({
              value: accountId,
              text: say('team.worker-of', { name, agency }),
            })),
          ]}
        />
        <Select
          name="role"
          label={say('team.name-role')}
          value={typedText(form, 'role')}
          error={problemOf(form.problems, 'role', say)}
          items={[choose, ...workerRoles.map((role) => ({ value: role, text: workerRoleLabel(locale, role) }))]}
        />
        <Button>{say('team.name-save')}</Button>
      </form>
    </Section>
  )
}

function SupervisionForm({ page, frame, areas, form }: TeamPageProps) {
  const say = words(page.locale)
  return (
    <Section id="h-area" title={say('team.supervision')}>
      <form method="post" action={`/cases/${frame.caseId}/supervision`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="area"
          label={say('team.supervision-who')}
          hint={say('team.supervision-hint')}
          value={typedText(form, 'area')}
          error={problemOf(form.problems, 'area', say)}
          items={[
            { value: '', text: say('team.choose') },
            ...areas.map(({ agencyId, agencyName, teamId, teamName }) => ({
              value: teamId ? `${agencyId}:${teamId}` : agencyId,
              text: teamName ? say('team.worker-of', { name: teamName, agency: agencyName }) : agencyName,
            })),
          ]}
        />
        <Button kind="secondary">{say('team.supervision-save')}</Button>
      </form>
    </Section>
  )
}
