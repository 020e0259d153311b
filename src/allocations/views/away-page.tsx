import { BackLink, PageHead, ProblemSummary, Section } from '../../platform/web/components/index.ts'
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Absence } from '../queries/workers.ts'
import { words } from '../words.ts'
import { AbsenceForm, Absences } from './absence-parts.tsx'

interface AwayProps {
  page: PageContext
  absences: readonly Absence[]
  form: FormState<unknown>
}

/** When the reader is away, said by themselves. */
export function AwayPage({ page, absences, form }: AwayProps) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('own.title')} hasProblems={form.problems.length > 0}>
      <BackLink href="/caseload">{say('own.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('own.title')} sub={say('own.sub')} />
      <Absences locale={page.locale} absences={absences} at={({ id }) => `/away/${id}`} />
      <Section id="h-absence" title={say('absence.add')}>
        <AbsenceForm locale={page.locale} action="/away" form={form} />
      </Section>
    </Layout>
  )
}
