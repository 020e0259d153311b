import { workerRoleLabel } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Checkboxes, Empty, PageHead, ProblemSummary, problemOf, Select } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Load } from '../queries/loads.ts'
import type { Unallocated } from '../queries/unallocated.ts'
import { words } from '../words.ts'

interface MoveProps {
  page: PageContext
  accountId: string
  name: string
  people: readonly Unallocated[]
  loads: readonly Load[]
  form: FormState<unknown>
}

/** Everybody whom a worker holds, ticked, and to whom they go. */
export function MovePage({ page, accountId, name, people, loads, form }: MoveProps) {
  const { locale } = page
  const say = words(locale)
  const title = say('move.title', { name })
  const all = people.map(({ partyId }) => partyId ?? '')
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/workloads/${accountId}`}>{say('person.title', { name })}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('move.sub')} />
      {people.length === 0 && (
        <Empty title={say('move.empty', { name })}>
          <p class="govuk-body">{say('move.empty-text')}</p>
        </Empty>
      )}
      {people.length > 0 && (
        <form method="post" action={`/workloads/${accountId}/move`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Checkboxes
            name="partyId"
            legend={say('people')}
            isSmall
            values={form.problems.length > 0 ? typedList(form, 'partyId') : all}
            error={problemOf(form.problems, 'partyId', say)}
            items={people.map((about) => ({
              value: about.partyId ?? '',
              text: about.name,
              hint: [workerRoleLabel(locale, about.role ?? ''), about.wing].filter(Boolean).join(', '),
            }))}
          />
          <Select
            name="accountId"
            label={say('un.to')}
            value={typedText(form, 'accountId')}
            error={problemOf(form.problems, 'accountId', say)}
            items={[
              { value: '', text: say('un.to-each') },
              ...loads.map((load) => ({ value: load.accountId, text: load.name })),
            ]}
          />
          <Button>{say('un.check')}</Button>
        </form>
      )}
    </Layout>
  )
}
