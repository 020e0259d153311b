import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  InsetText,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { blankForm, type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnRequest } from '../queries/requests.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  /** Left out for a reader who does not see the plan. */
  requests: readonly OwnRequest[] | undefined
  isDone: boolean
  /** An answer that was not sent, and of which request. */
  unsent?: { requestId: string; form: FormState<unknown> } | undefined
}

/** Where a worker lets the person in, and answers what they said. */
export function DoorPage({ page, frame, requests, isDone, unsent }: Props) {
  const say = words(page.locale)
  const name = frame.calledName
  const title = say('door.title', { name })
  const problems = unsent?.form.problems ?? []
  return (
    <CaseLayout page={page} frame={frame} current="passport" title={title} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={say} />
      <PageHead title={title} sub={say('door.sub', { name })} />
      {isDone && (
        <p class="govuk-inset-text" role="status">
          {say('door.answered', { name })}
        </p>
      )}
      {!requests && <PartNotSeen locale={page.locale} frame={frame} />}
      {requests && mayWrite(frame, 'plan') && !frame.diedOn && (
        <form method="post" action={`/cases/${frame.caseId}/own-door`}>
          <Button preventDoubleClick>{say('door.start')}</Button>
        </form>
      )}
      {requests && (
        <Section id="said" title={say('door.said', { name })}>
          {requests.length === 0 && <p class="govuk-body">{say('door.said-none', { name })}</p>}
          {requests.map((each) => (
            <Said page={page} frame={frame} request={each} unsent={unsent} />
          ))}
        </Section>
      )}
    </CaseLayout>
  )
}

type SaidProps = Pick<Props, 'page' | 'frame' | 'unsent'> & { request: OwnRequest }

function Said({ page: { locale }, frame, request, unsent }: SaidProps) {
  const say = words(locale)
  const { id, kind, words: said, saidAt, answer, answeredAt, answeredByName } = request
  const form = unsent?.requestId === id ? unsent.form : blankForm
  return (
    <InsetText>
      <p class="govuk-body">
        {say(`kind.${kind}`)}, {formatAt(locale, saidAt)}
      </p>
      <p class="govuk-body tl-kept">{said}</p>
      {kind !== 'HELP' && mayWrite(frame, 'plan') && (
        <p class="govuk-body">
          <Link href={`/cases/${frame.caseId}/corrections/new?request=${id}`}>
            {say('door.correct')}
            <span class="govuk-visually-hidden">: {formatAt(locale, saidAt)}</span>
          </Link>
        </p>
      )}
      {answeredAt && (
        <p class="govuk-body tl-kept">
          {say('door.answer-by', { name: answeredByName ?? '', at: formatAt(locale, answeredAt) })} {answer}
        </p>
      )}
      {!answeredAt && mayWrite(frame, 'plan') && (
        <form method="post" action={`/cases/${frame.caseId}/own-door/${id}/answer`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Textarea
            id={form === blankForm ? `answer-${id}` : 'answer'}
            name="answer"
            label={say('door.answer')}
            hint={say('door.answer-hint', { name: frame.calledName })}
            value={typedText(form, 'answer')}
            error={problemOf(form.problems, 'answer', say)}
            rows={3}
          />
          <Button kind="secondary" preventDoubleClick>
            {say('door.answer-button')}
          </Button>
        </form>
      )}
    </InsetText>
  )
}
