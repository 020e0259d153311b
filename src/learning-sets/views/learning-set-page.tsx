import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  BackLink, NotificationBanner, PageHead, PlainList, PrintButton, ProblemSummary, Section, StatusTag, SummaryList,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Group, type LearningSet, reportLanguages, type ToldFeedback } from '../learning-set.ts'
import { words } from '../words.ts'
import { FeedbackTables } from './feedback-tables.tsx'
import { FeedbackForm, SetForm, ShareForm } from './forms.tsx'

export interface LearningSetProps {
  page: PageContext
  set: LearningSet
  /** Groups of which something was entered; nobody's once it is shared. */
  entered: readonly Group[]
  told: readonly ToldFeedback[]
  mayWrite: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  done: 'kept' | 'entered' | 'shared' | undefined
}

const fewestPeople = 16 // from which a learning set counts

/** One learning set, for whoever reads it and whoever writes it. */
export function LearningSetPage(props: LearningSetProps) {
  const { page, set, mayWrite, form, done } = props
  const { locale } = page
  const say = words(locale)
  return (
    <Layout
      page={page}
      title={set.title}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="outputs" />}
    >
      <BackLink href="/outputs">{say('back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead
        title={set.title}
        sub={say('sub', { agency: set.agencyName, day: formatDay(locale, set.heldOn, 'full') })}
        actions={<PrintButton>{say('print')}</PrintButton>}
      />
      <p class="govuk-body">
        {say('came', { count: set.peopleCount })}{' '}
        <StatusTag tone={set.peopleCount >= fewestPeople ? 'good' : undefined}>
          {say(set.peopleCount >= fewestPeople ? 'counts' : 'counts-not')}
        </StatusTag>
      </p>
      <Section id="h-agenda" title={say('agenda')}>
        <p class="govuk-body tl-kept">{set.agenda || say('none-yet')}</p>
      </Section>
      <Section id="h-feedback" title={say('feedback')}>
        {set.questions.length === 0 && <p class="govuk-body">{say('questions.none')}</p>}
        {!set.sharedAt && set.questions.length > 0 && (
          <PlainList>
            {set.questions.map((question) => (
              <li>{question}</li>
            ))}
          </PlainList>
        )}
        {set.sharedAt ? (
          <FeedbackTables page={page} set={set} told={props.told} />
        ) : (
          <p class="govuk-body tl-quiet">{say('feedback.not-shared')}</p>
        )}
      </Section>
      <Section id="h-report" title={say('report')}>
        <SummaryList
          rows={reportLanguages.map((language) => ({
            key: <span class="tl-begins">{say(`language.${language}`)}</span>,
            value: say(`report.${set.reports[language]}`),
          }))}
        />
      </Section>
      {mayWrite && (
        <div class="tl-noprint">
          <SetForm {...props} />
          {!set.sharedAt && set.questions.length > 0 && <FeedbackForm {...props} />}
          {!set.sharedAt && props.entered.length > 0 && <ShareForm {...props} />}
        </div>
      )}
    </Layout>
  )
}
