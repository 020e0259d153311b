import { newId } from '../../platform/ids.ts'
import { Button, Details, Link, problemOf, Radios, Section, Textarea } from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import { declineReasons } from '../handover-states.ts'
import { mayMake } from '../whose-move.ts'
import { words } from '../words.ts'
import type { HandoverProps } from './handover-page.tsx'

/** What the reader can do now: the next move first, the ways out folded away. */
export function Moves(props: HandoverProps) {
  const { page, handover, actor, frame } = props
  const say = words(page.locale)
  if (!actor.may.has('work on cases') || frame.sight.plan !== true || frame.diedOn) return null
  const may = (to: Parameters<typeof mayMake>[2]) => mayMake(actor, handover, to)
  return (
    <>
      {may('ACCEPTED') && <Accept {...props} />}
      {may('HELD') && (
        <p class="govuk-body">
          <Link class="govuk-button" href={`/handovers/${handover.id}/meeting`}>
            {say(handover.state === 'PROPOSED' ? 'hold.button' : 'hold.again')}
          </Link>
        </p>
      )}
      {handover.state !== 'AGREED' && (may('AGREED') || may('DISAGREED')) && <Answer {...props} />}
      {may('GONE_ON') && (
        <Reason {...props} verb="go-on" field="goOnWords" summary={say('go-on')} hint={say('go-on.hint')} />
      )}
      {may('DECLINED') && <Decline {...props} />}
      {may('CANCELLED') && (
        <Reason {...props} verb="cancel" field="cancelWords" summary={say('cancel')} hint={say('cancel.hint')} />
      )}
    </>
  )
}

function Accept({ page, handover, frame }: HandoverProps) {
  const say = words(page.locale)
  return (
    <Section id="h-accept" title={say('accept')}>
      <p class="govuk-body">{say('accept.text', { name: frame.calledName, from: handover.fromName })}</p>
      <form method="post" action={`/handovers/${handover.id}/accept`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button preventDoubleClick>{say('accept.button')}</Button>
      </form>
    </Section>
  )
}

/** The person signs or speaks beside a worker; at their own door they answer alone. */
function Answer({ page, handover, frame, form }: HandoverProps) {
  const say = words(page.locale)
  const name = frame.calledName
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <Section id="h-answer" title={say('answer', { name })}>
      <p class="govuk-body">
        {say('answer.text', { name })}{' '}
        <Link href={`/cases/${frame.caseId}/own-door`}>{say('answer.own-door', { name })}</Link>
      </p>
      <form method="post" action={`/handovers/${handover.id}/answer`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="answer"
          legend={{ text: say('answer.which', { name }), size: 's' }}
          value={typedText(form, 'answer')}
          error={error('answer')}
          items={[
            { value: 'yes', text: say('answer.yes', { name }) },
            { value: 'no', text: say('answer.no', { name }) },
          ]}
        />
        <Radios
          name="answeredHow"
          legend={{ text: say('answer.how'), size: 's' }}
          value={typedText(form, 'answeredHow')}
          error={error('answeredHow')}
          items={[
            { value: 'SIGNED', text: say('answer.signed') },
            { value: 'SAID', text: say('answer.said') },
          ]}
        />
        <Textarea
          name="words"
          label={say('answer.words', { name })}
          hint={say('answer.words-hint')}
          rows={3}
          value={typedText(form, 'words')}
          error={error('words')}
        />
        <Button kind="secondary">{say('answer.button')}</Button>
      </form>
    </Section>
  )
}

function Decline({ page, handover, form }: HandoverProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <Details summary={say('decline')} isOpen={Boolean(error('declineReason') || error('declineWords'))}>
      <form method="post" action={`/handovers/${handover.id}/decline`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="declineReason"
          legend={{ text: say('decline.why'), size: 's' }}
          value={typedText(form, 'declineReason')}
          error={error('declineReason')}
          items={declineReasons.map((value) => ({ value, text: say(`decline.${value}`) }))}
        />
        <Textarea
          name="declineWords"
          label={say('decline.words')}
          rows={3}
          value={typedText(form, 'declineWords')}
          error={error('declineWords')}
        />
        <Button kind="secondary">{say('decline.button')}</Button>
      </form>
    </Details>
  )
}

interface ReasonProps extends HandoverProps {
  verb: 'go-on' | 'cancel'
  field: 'goOnWords' | 'cancelWords'
  summary: string
  hint: string
}

function Reason({ page, handover, form, verb, field, summary, hint }: ReasonProps) {
  const say = words(page.locale)
  const error = problemOf(form.problems, field, say)
  return (
    <Details summary={summary} isOpen={Boolean(error)}>
      <form method="post" action={`/handovers/${handover.id}/${verb}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Textarea
          name={field}
          label={say('reason')}
          hint={hint}
          rows={3}
          value={typedText(form, field)}
          error={error}
        />
        <Button kind="secondary">{summary}</Button>
      </form>
    </Details>
  )
}
