import type { Colleague } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Note,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Course } from '../queries/courses.ts'
import { words } from '../words.ts'
import { capital } from './said.ts'

interface Props {
  page: PageContext
  course: Course
  colleagues: readonly Colleague[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Who leads a course, and who can step in. */
export function FacilitatorsPage({ page, course, colleagues, form }: Props) {
  const say = words(page.locale)
  const base = `/courses/${course.id}/facilitators`
  const hasDeputy = course.facilitators.some(({ role }) => role === 'DEPUTY')
  return (
    <Layout page={page} title={say('facilitators.title')} hasProblems={form.problems.length > 0}>
      <BackLink href={`/courses/${course.id}`}>{course.name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('facilitators.title')} sub={course.name} />
      {!hasDeputy && (
        <Note tone="warn" title={say('deputy.none')}>
          <p>{say('deputy.none-text')}</p>
        </Note>
      )}
      <PlainList>
        {course.facilitators.map(({ accountId, name, role }) => (
          <li>
            <strong>{name}</strong>, {say(`role.${role}`)}
            <form method="post" action={`${base}/${accountId}/end`}>
              <input type="hidden" name="formId" value={newId()} />
              <button type="submit" class="tl-linklike">
                {say('facilitators.end')}
                <span class="govuk-visually-hidden">: {name}</span>
              </button>
            </form>
          </li>
        ))}
      </PlainList>
      <Section id="h-name" title={say('facilitators.add')}>
        <form method="post" action={base} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Select
            name="accountId"
            label={say('facilitators.who')}
            items={colleagues.map(({ id, name }) => ({ value: id, text: name }))}
            value={typedText(form, 'accountId')}
            error={problemOf(form.problems, 'accountId', say)}
          />
          <Radios
            name="role"
            legend={say('facilitators.role')}
            items={(['DEPUTY', 'FACILITATOR', 'LEAD'] as const).map((value) => ({
              value,
              text: capital(say(`role.${value}`)),
            }))}
            value={typedText(form, 'role')}
            error={problemOf(form.problems, 'role', say)}
          />
          <Button kind="secondary">{say('facilitators.add')}</Button>
        </form>
      </Section>
    </Layout>
  )
}
