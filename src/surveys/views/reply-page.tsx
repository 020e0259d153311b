import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Link, NotificationBanner, PageHead, ProblemSummary, problemOf, Radios, Select,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Survey } from '../survey.ts'
import { words } from '../words.ts'
import { SurveyItems } from './survey-items.tsx'

interface ReplyProps {
  page: PageContext
  survey: Survey
  months: readonly string[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** Where a worker asks somebody on screen, or types in what stands on paper. */
export function ReplyPage({ page, survey, months, form, isDone }: ReplyProps) {
  const say = words(page.locale)
  const title = say(`audience.${survey.audience}`)
  const error = (name: string) => problemOf(form.problems, name, say)
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/surveys">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && <NotificationBanner isSuccess text={say('reply.kept')} />}
      <PageHead
        title={title}
        sub={say('reply.sub')}
        actions={<Link href={`/surveys/${survey.id}/paper`}>{say('paper')}</Link>}
      />
      <form method="post" action={`/surveys/${survey.id}/replies`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="way"
          legend={say('reply.way')}
          items={(['SCREEN', 'PAPER'] as const).map((value) => ({ value, text: say(`way.${value}`) }))}
          value={typedText(form, 'way')}
          error={error('way')}
        />
        <Select
          name="month"
          label={say('reply.month')}
          items={months.map((value) => ({ value, text: monthOf(page, value) }))}
          value={typedText(form, 'month')}
          error={error('month')}
        />
        <SurveyItems page={page} items={survey.items} typedIn={(field) => typedText(form, field)} errorOf={error} />
        <Button preventDoubleClick>{say('reply.button')}</Button>
      </form>
    </Layout>
  )
}

const monthOf = ({ locale }: PageContext, day: string): string =>
  formatDay(locale, day, 'long').replace(/^\D*\d+\.?\s(de\s)?/, '')
