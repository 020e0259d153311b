import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Input, PageHead, ProblemSummary } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'
import { type Form, fieldsOf } from './parts.tsx'

/** How much training a mentor is to have, and after how long a match has lapsed. */
export function SchemePage({ page, form }: { page: PageContext; form: Form }) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <Layout page={page} title={say('list.scheme')} hasProblems={form.problems.length > 0}>
      <BackLink href="/mentors">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('list.scheme')} />
      <form method="post" action="/mentors/scheme" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input label={say('scheme.hours')} width={4} inputMode="numeric" {...field('hours')} />
        <Input label={say('scheme.lapse')} width={4} inputMode="numeric" {...field('lapseAfterDays')} />
        <Button>{say('save')}</Button>
      </form>
    </Layout>
  )
}
