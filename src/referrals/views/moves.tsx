import { newId } from '../../platform/ids.ts'
import { Button, ButtonGroup, problemOf, Textarea } from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import { mayMove } from '../referral-states.ts'
import { words } from '../words.ts'
import type { ReferralPageProps } from './referral.tsx'

/** What this end of the referral may do next, one primary button at most. */
export function Moves({ page, referral, sides, form }: ReferralPageProps) {
  const say = words(page.locale)
  const { id, status, version, askedAt, repliedAt } = referral
  const isAsking = (status === 'SENT' || status === 'RECEIVED') && askedAt !== null && repliedAt === null
  const mayStart = mayMove(status, 'STARTED', sides)
  const mayComplete = mayMove(status, 'COMPLETED', sides)
  const mayEndEarly = mayMove(status, 'ENDED_EARLY', sides)
  const mayWithdraw = mayMove(status, 'WITHDRAWN', sides)
  return (
    <>
      {isAsking && sides.includes('SENDER') && (
        <form method="post" action={`/referrals/${id}/reply`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={version} />
          <Textarea
            name="reply"
            label={{ text: say('move.reply'), size: 'm' }}
            hint={say('move.reply-hint')}
            rows={3}
            value={typedText(form, 'reply')}
            error={problemOf(form.problems, 'reply', say)}
          />
          <Button>{say('move.send-reply')}</Button>
        </form>
      )}
      {mayStart && (
        <form method="post" action={`/referrals/${id}/start`}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={version} />
          <Button>{say('move.start')}</Button>
        </form>
      )}
      <ButtonGroup>
        {mayComplete && <Button href={`/referrals/${id}/end`}>{say('move.end')}</Button>}
        {mayEndEarly && !mayComplete && (
          <Button kind="secondary" href={`/referrals/${id}/end`}>
            {say('move.end-early')}
          </Button>
        )}
        {mayWithdraw && (
          <Button kind="secondary" href={`/referrals/${id}/withdraw`}>
            {say('move.withdraw')}
          </Button>
        )}
      </ButtonGroup>
    </>
  )
}
