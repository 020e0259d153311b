import { CaseLayout, PartNotSeen, sees } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  BackLink,
  Cell,
  Empty,
  PageHead,
  PrintButton,
  Row,
  RowHead,
  Table,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { progressOf } from '../progress.ts'
import type { Step } from '../queries/steps.ts'
import type { WholePlan } from '../read-plan.ts'
import { words } from '../words.ts'
import { ProgressLine } from './parts/progress-line.tsx'
import { HowItStands, ownerText } from './step-line.tsx'

type Props = WholePlan & { page: PageContext }

/** All goals of the plan with their steps on one page, to read together and to print. */
export function GoalsPage(props: Props) {
  const { page, frame, goals, steps } = props
  const { locale } = page
  const say = words(locale)
  const title = say('goals.title', { name: frame.calledName })
  const shown = goals.filter(({ status }) => status !== 'REMOVED')
  const loose = steps.filter(({ goalId }) => goalId === null || !shown.some(({ id }) => id === goalId))
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title}>
      <BackLink href={`/cases/${frame.caseId}/plan`}>{say('form.all')}</BackLink>
      <PageHead
        title={title}
        sub={<ProgressLine locale={locale} progress={progressOf(steps)} />}
        actions={<PrintButton>{say('plan.print')}</PrintButton>}
      />
      {!sees(frame, 'plan') && <PartNotSeen locale={locale} frame={frame} />}
      {sees(frame, 'plan') && shown.length === 0 && loose.length === 0 && (
        <Empty title={say('plan.empty')}>
          <p class="govuk-body">{say('plan.empty-text')}</p>
        </Empty>
      )}
      {shown.map((goal) => (
        <GoalTable
          {...props}
          title={`${say('goal.quoted', { words: goal.words })} ${say(`goal-status.${goal.status}`)}`}
          own={steps.filter(({ goalId }) => goalId === goal.id)}
        />
      ))}
      {loose.length > 0 && <GoalTable {...props} title={say('goals.loose')} own={loose} />}
    </CaseLayout>
  )
}

function GoalTable({ page: { locale }, frame, title, own }: Props & { title: string; own: readonly Step[] }) {
  const say = words(locale)
  const heads = [say('form.edit'), say('form.owner'), say('goals.by'), say('form.stands')]
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {own.length === 0 ? (
        <p class="govuk-body">{say('goals.no-steps')}</p>
      ) : (
        <Table caption={title} isCaptionHidden columns={heads.map((text) => ({ text }))}>
          {own.map((step) => (
            <Row>
              <RowHead>{step.title}</RowHead>
              <Cell label={heads[1]}>{ownerText(step, frame.calledName, locale)}</Cell>
              <Cell label={heads[2]}>{step.dueOn ? formatDay(locale, step.dueOn, 'short') : say('when.none')}</Cell>
              <Cell label={heads[3]}>
                <HowItStands step={step} locale={locale} />
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </>
  )
}
