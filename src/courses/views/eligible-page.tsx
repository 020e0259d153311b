import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  Counts,
  Empty,
  Input,
  PageHead,
  ProblemSummary,
  Section,
  WayOn,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { ruleText } from '../../programmes/index.ts'
import type { Course } from '../queries/courses.ts'
import type { Candidate, Eligibility } from '../queries/eligibility.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  course: Course
  found: Eligibility
  asked: { show: 'eligible' | 'almost'; q: string }
  problems: { field: string; message: string }[]
  /** The reader's agency runs the course: it puts people on the list. */
  mayAdd: boolean
}

/** Whom the programme fits, of those whom the reader sees, and of the others which rule it is. */
export function EligiblePage(props: Props) {
  const { page, course, found, asked, problems, mayAdd } = props
  const say = words(page.locale)
  const base = `/courses/${course.id}/eligible`
  const { candidates } = found
  const search = asked.q ? `&q=${encodeURIComponent(asked.q)}` : ''
  return (
    <Layout page={page} title={say('eligible.title', { name: course.name })} hasProblems={problems.length > 0}>
      <BackLink href={`/courses/${course.id}`}>{course.name}</BackLink>
      <ProblemSummary problems={problems} say={say} />
      <PageHead
        title={say('eligible.title', { name: course.name })}
        sub={say('eligible.sub', { eligible: found.eligible, seen: found.seen })}
      />
      <Counts
        label={say('eligible.views')}
        counts={[
          {
            count: found.eligible,
            text: say('eligible.all'),
            href: `${base}?show=eligible${search}`,
            isCurrent: asked.show === 'eligible',
          },
          {
            count: found.almost,
            text: say('eligible.almost'),
            href: `${base}?show=almost${search}`,
            isCurrent: asked.show === 'almost',
          },
        ]}
      />
      <form method="get" action={base}>
        <input type="hidden" name="show" value={asked.show} />
        <Input name="q" label={say('eligible.search')} value={asked.q} width={20} />
        <Button kind="secondary">{say('eligible.search-go')}</Button>
      </form>
      {candidates.length === 0 ? (
        <Empty title={say('eligible.none')} isAnswer>
          <p class="govuk-body">{say('eligible.none-text')}</p>
        </Empty>
      ) : (
        <form method="post" action={`/courses/${course.id}/places`}>
          <input type="hidden" name="formId" value={newId()} />
          <Checkboxes
            name="caseId"
            idPrefix="case"
            legend={say(mayAdd ? 'eligible.choose' : 'eligible.list')}
            isSmall
            items={candidates.map((candidate, index) => ({
              value: candidate.caseId,
              id: `case-${index}`,
              text: candidate.name,
              hint: hintOf(page, candidate),
              isDisabled: !mayAdd,
            }))}
          />
          {mayAdd ? <Button>{say('eligible.add')}</Button> : <p class="govuk-body">{say('eligible.refer')}</p>}
        </form>
      )}
      {found.hasMore && (
        <WayOn href={`${base}?show=${asked.show}${search}&after=${candidates.at(-1)!.caseId}`}>
          {say('eligible.more')}
        </WayOn>
      )}
      <Section id="h-why" title={say('eligible.why')} more={say('eligible.why-text')}>
        <ul class="govuk-list govuk-list--bullet tl-num">
          {course.package.eligibility.map((rule) => (
            <li>
              {say('eligible.failing', { rule: ruleText(page.locale, rule), count: found.failing[rule.rule] ?? 0 })}
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}

function hintOf(page: PageContext, { prison, wing, cell, releaseOn, failed }: Candidate): string {
  const say = words(page.locale)
  const where = [prison, [wing, cell].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const leaves = releaseOn
    ? say('eligible.leaves', { day: formatDay(page.locale, releaseOn) })
    : say('eligible.no-date')
  return [where && `${where}.`, leaves, ...failed.map((rule) => say(`failed.${rule}`))].filter(Boolean).join(' ')
}
