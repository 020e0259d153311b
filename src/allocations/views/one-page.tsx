import { workerRoleLabel } from '../../agencies/index.ts'
import type { WorkerRole } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, PageHead, ProblemSummary, problemOf, Radios } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Unallocated } from '../queries/unallocated.ts'
import type { Suggestion } from '../rank-workers.ts'
import { words } from '../words.ts'
import { awaySaid, pointsSaid, reasonsSaid } from './said.ts'
import { WhySelect } from './why-select.tsx'

interface OneProps {
  page: PageContext
  role: WorkerRole
  about: Unallocated
  ranked: readonly Suggestion[]
  form: FormState<unknown>
}

/** Everybody who could be named for one person, the likest first, each with the reasons. */
export function OnePage({ page, role, about, ranked, form }: OneProps) {
  const { locale } = page
  const say = words(locale)
  const title = say('one.title', { name: about.name })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/workloads/unallocated?role=${role}`}>{say('un.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={say('one.sub', { role: workerRoleLabel(locale, role) })} />
      <form method="post" action={`/workloads/unallocated/${about.caseId}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="role" value={role} />
        <Radios
          name="accountId"
          legend={title}
          hint={say('one.weighs', { count: about.weight })}
          value={typedText(form, 'accountId')}
          error={problemOf(form.problems, 'accountId', say)}
          items={ranked.map(({ load, reasons }) => ({
            value: load.accountId,
            text: load.name,
            hint: [reasonsSaid(locale, reasons), awaySaid(locale, load), pointsSaid(locale, load)]
              .filter(Boolean)
              .join('; '),
          }))}
        />
        <WhySelect locale={locale} form={form} />
        <Button>{say('one.save')}</Button>
      </form>
    </Layout>
  )
}
