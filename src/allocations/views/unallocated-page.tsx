import { workerRoleLabel } from '../../agencies/index.ts'
import type { WorkerRole } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Cell, Checkboxes, Chips, Empty, Link, PageHead, ProblemSummary, problemOf, Row, RowHead, Select, Table } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Load } from '../queries/loads.ts'
import type { Unallocated } from '../queries/unallocated.ts'
import { canTake, rankWorkers } from '../rank-workers.ts'
import { words } from '../words.ts'
import { reasonsSaid } from './said.ts'
import { WhySelect } from './why-select.tsx'

export interface UnallocatedProps {
  page: PageContext
  /** undefined for an agency that names nobody here. */
  role: WorkerRole | undefined
  roles: readonly WorkerRole[]
  people: readonly Unallocated[]
  loads: readonly Load[]
  form: FormState<unknown>
}

/** People with nobody named, each with whom is suggested and why. */
export function UnallocatedPage(props: UnallocatedProps) {
  const { page, role, roles, people, form } = props
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('un.title')} hasProblems={form.problems.length > 0}>
      <BackLink href="/workloads">{say('person.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('un.title')} sub={role && say('un.sub', { role: workerRoleLabel(locale, role) })} />
      {roles.length > 1 && (
        <Chips
          label={say('un.roles')}
          chips={roles.map((each) => ({
            text: workerRoleLabel(locale, each),
            href: `/workloads/unallocated?role=${each}`,
            isCurrent: each === role,
          }))}
        />
      )}
      {!role && (
        <Empty title={say('un.not-ours')}>
          <p class="govuk-body">{say('un.not-ours-text')}</p>
        </Empty>
      )}
      {role && people.length === 0 && (
        <Empty title={say('un.empty')}>
          <p class="govuk-body">{say('un.empty-text')}</p>
        </Empty>
      )}
      {role && people.length > 0 && <Choosing {...props} />}
    </Layout>
  )
}

function Choosing(props: UnallocatedProps) {
  const { page, role, people, loads, form } = props
  const { locale } = page
  const say = words(locale)
  const columns = [say('un.person'), say('un.release'), say('un.suggested')].map((text) => ({ text }))
  return (
    <form method="post" action="/workloads/unallocated" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="role" value={role} />
      <Table caption={say('un.title')} isCaptionHidden columns={columns}>
        {people.map((about) => (
          <Line {...props} about={about} />
        ))}
      </Table>
      <div class="tl-noprint">
        <Select
          name="accountId"
          label={say('un.to')}
          value={typedText(form, 'accountId')}
          error={problemOf(form.problems, 'accountId', say)}
          items={[
            { value: '', text: say('un.to-each') },
            ...loads.map(({ accountId, name }) => ({ value: accountId, text: name })),
          ]}
        />
        <WhySelect locale={locale} form={form} />
      </div>
      <Button>{say('un.check')}</Button>
    </form>
  )
}

function Line({ page, role, loads, form, about }: UnallocatedProps & { about: Unallocated }) {
  const { locale } = page
  const say = words(locale)
  const { name, caseId, wing, releaseOn } = about
  const first = rankWorkers(about, loads).find(canTake)
  const label = <span class="govuk-visually-hidden">{say('un.tick', { name })}</span>
  return (
    <Row>
      <RowHead>
        <Link class="tl-link" href={`/cases/${caseId}/team`}>
          {name}
        </Link>
        <small>{wing}</small>
        <Checkboxes
          name="caseId"
          idPrefix={`case-${caseId}`}
          isSmall
          values={typedList(form, 'caseId')}
          items={[{ value: caseId, text: label }]}
        />
      </RowHead>
      <Cell label={say('un.release')}>{releaseOn ? formatDay(locale, releaseOn) : say('un.no-date')}</Cell>
      <Cell label={say('un.suggested')}>
        {first ? first.load.name : say('un.nobody')}
        {first && <small>{reasonsSaid(locale, first.reasons)}</small>}
        <Link class="govuk-link tl-noprint" href={`/workloads/unallocated/${caseId}?role=${role}`}>
          {say('un.choose', { name })}
        </Link>
      </Cell>
    </Row>
  )
}
