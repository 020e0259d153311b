import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Note,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  SummaryList,
  WayOn,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { purposeLabel } from '../../sight/index.ts'
import type { CaseRequest, View } from '../queries.ts'
import { words } from '../words.ts'
import { stateOf } from './state.ts'

export interface RequestProps {
  page: PageContext
  asking: CaseRequest
  /** The reader's agency asked. */
  isOurs: boolean
  mayDecide: boolean
  /** What an agreement between both would open. */
  views: readonly View[]
  form: { typed: Typed; problems: Problem[] }
}

/** One request: who asks, what for, by which law, and the answer. */
export function RequestPage(props: RequestProps) {
  const { page, asking, isOurs, mayDecide, form } = props
  const { locale, now } = page
  const say = words(locale)
  const about = isOurs ? asking.identifier : (asking.personName ?? asking.identifier)
  const title = say('one.title', { about })
  const isIn = (asking.answer ?? asking.decision) === 'GRANTED' && asking.endedAt === null
  const isWaiting = asking.decision === null && asking.expiresAt > now
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/case-requests">{say('list.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} />
      <Note>
        <p>{stateOf(page, asking)}</p>
        {asking.answerWords && <p class="tl-kept">{asking.answerWords}</p>}
        {isOurs && !asking.answer && <p>{say('one.silence')}</p>}
      </Note>
      <SummaryList
        rows={[
          { key: say('list.who'), value: say('list.by', { name: asking.accountName, agency: asking.agencyName }) },
          { key: say('one.number'), value: asking.identifier },
          { key: say('one.purpose'), value: purposeLabel(locale, asking.purpose) },
          { key: say('one.gateway'), value: asking.gateway },
          { key: say('one.reason'), value: asking.reason },
          { key: say('list.when'), value: formatAt(locale, asking.askedAt) },
        ]}
      />
      {asking.caseId && asking.personName && (
        <WayOn href={`/cases/${asking.caseId}`}>{say('one.to-case', { name: asking.personName })}</WayOn>
      )}
      {isWaiting && mayDecide && <Answer {...props} />}
      {isIn && (isOurs || mayDecide) && (
        <form method="post" action={`/case-requests/${asking.id}/end`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say('one.end-text')}</p>
          <Button kind="secondary">{say(isOurs ? 'one.leave' : 'one.end')}</Button>
        </form>
      )}
    </Layout>
  )
}

function Answer({ page, asking, views, form }: RequestProps) {
  const say = words(page.locale)
  const offered = [...views, 'TOLD', 'SILENT'] as const
  return (
    <Section id="h-answer" title={say('answer.title')}>
      {views.length === 0 && <p class="govuk-body">{say('answer.no-agreement', { agency: asking.agencyName })}</p>}
      <form method="post" action={`/case-requests/${asking.id}/answer`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="answer"
          legend={{ text: say('answer.legend', { agency: asking.agencyName }), size: 'm' }}
          items={offered.map((value) => ({ value, text: say(`answer.${value}`), hint: say(`answer.${value}-hint`) }))}
          value={typedText(form, 'answer')}
          error={problemOf(form.problems, 'answer', say)}
        />
        <CharacterCount
          name="words"
          label={say('answer.words')}
          maxLength={1_000}
          rows={3}
          value={typedText(form, 'words')}
          error={problemOf(form.problems, 'words', say)}
        />
        <Button>{say('answer.button')}</Button>
      </form>
    </Section>
  )
}
