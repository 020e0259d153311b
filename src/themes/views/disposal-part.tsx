import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, problemOf, Section, SummaryList, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { ThemeDisposal } from '../queries/disposals.ts'
import type { Theme } from '../queries/themes.ts'
import { words } from '../words.ts'
import { OneButton } from './one-button.tsx'

interface Props {
  page: PageContext
  theme: Theme
  disposal: ThemeDisposal
  /** Manages the agency that leads the theme. */
  mayDispose: boolean
  isOwnProposal: boolean
  today: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** How long a closed theme's papers stay, and what was decided about them. */
export function DisposalPart({ page, theme, disposal, mayDispose, isOwnProposal, today, form }: Props) {
  const { locale } = page
  const say = words(locale)
  const { dueOn, proposedAt, doneAt, carriedOutOn } = disposal
  if (doneAt) return <Done page={page} disposal={disposal} at={doneAt} />
  const action = `/themes/${theme.id}/disposal`
  const decided = { name: disposal.proposedByName ?? '', other: disposal.approvedByName ?? '' }
  return (
    <Section id="h-disposal" title={say('disposal')}>
      <p class="govuk-body">
        {dueOn
          ? say(dueOn > today ? 'disposal.until' : 'disposal.due', { day: formatDay(locale, dueOn) })
          : say('disposal.never')}
      </p>
      {proposedAt && (
        <>
          <p class="govuk-body">
            {say('disposal.proposed', { name: decided.name, at: formatAt(locale, proposedAt) })} {disposal.reason}
          </p>
          <p class="govuk-body">
            {carriedOutOn
              ? say('disposal.approved', { name: decided.other, day: formatDay(locale, carriedOutOn) })
              : say('disposal.waits')}
          </p>
        </>
      )}
      {mayDispose && proposedAt && !carriedOutOn && !isOwnProposal && (
        <form method="post" action={`${action}/approval`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="warning" preventDoubleClick>
            {say('disposal.approve')}
          </Button>
        </form>
      )}
      {mayDispose && proposedAt && <OneButton action={`${action}/taking-back`} text={say('disposal.take-back')} />}
      {mayDispose && !proposedAt && dueOn && dueOn <= today && (
        <form method="post" action={action} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Textarea
            name="reason"
            label={say('disposal.reason')}
            hint={say('disposal.reason-hint')}
            rows={2}
            value={typedText(form, 'reason')}
            error={problemOf(form.problems, 'reason', say)}
          />
          <Button kind="secondary" preventDoubleClick>
            {say('disposal.propose')}
          </Button>
        </form>
      )}
    </Section>
  )
}

function Done({ page: { locale }, disposal, at }: { page: PageContext; disposal: ThemeDisposal; at: Date }) {
  const say = words(locale)
  const { meetings, actions, reports, digest, proposedByName, approvedByName, reason } = disposal
  return (
    <Section id="h-disposal" title={say('disposal')}>
      <p class="govuk-body">{say('disposal.done', { at: formatAt(locale, at) })}</p>
      <SummaryList
        rows={[
          {
            key: say('disposal.what'),
            value: say('disposal.counts', { meetings: meetings!, actions: actions!, reports: reports! }),
          },
          { key: say('disposal.who'), value: say('disposal.both', { one: proposedByName!, other: approvedByName! }) },
          { key: say('disposal.because'), value: reason! },
          { key: say('disposal.digest'), value: digest! },
        ]}
      />
    </Section>
  )
}
