import { newId } from '../../platform/ids.ts'
import { Button, DateInput, Input, problemOf, Radios, Select, Textarea } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { typedText } from '../../platform/web/form.ts'
import { declineReasons } from '../reasons.ts'
import { words } from '../words.ts'
import type { ReferralPageProps } from './referral.tsx'

/** Yes, no, or a question first; each asks for what belongs to it. Without JavaScript all of it is shown. */
export function AnswerForm({ page, referral, form, colleagues, sides }: ReferralPageProps) {
  const say = words(page.locale)
  const field = (name: string) => ({
    name,
    value: typedText(form, name),
    error: problemOf(form.problems, name, say),
  })
  const isForThem = !sides.includes('RECEIVER') || referral.toAgencyId === null
  return (
    <form method="post" action={`/referrals/${referral.id}/answer`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={referral.version} />
      <Radios
        name="answer"
        legend={{ text: say(isForThem ? 'answer.legend-for-them' : 'answer.legend'), size: 'm' }}
        value={typedText(form, 'answer')}
        error={problemOf(form.problems, 'answer', say)}
        items={[
          {
            value: 'yes',
            text: say(isForThem ? 'answer.yes-for-them' : 'answer.yes'),
            hint: say('answer.yes-hint'),
            conditional: (
              <>
                <DateInput
                  name="startsOn"
                  legend={say('answer.starts')}
                  values={dayBoxes(form, 'startsOn')}
                  error={problemOf(form.problems, 'startsOn', say)}
                />
                <Input {...field('workerName')} label={say('answer.worker')} attributes={{ list: 'colleagues' }} />
                <datalist id="colleagues">
                  {colleagues.map((name) => (
                    <option value={name} />
                  ))}
                </datalist>
              </>
            ),
          },
          {
            value: 'no',
            text: say('answer.no'),
            hint: isForThem ? say('answer.no-hint-for-them') : say('answer.no-hint', { name: referral.fromName }),
            conditional: <Decline say={say} field={field} />,
          },
          !isForThem && {
            value: 'ask',
            text: say('answer.ask'),
            hint: say('answer.ask-hint', { name: referral.fromName }),
            conditional: <Textarea {...field('question')} label={say('answer.question')} rows={3} />,
          },
        ]}
      />
      <Button preventDoubleClick>{say('answer.send')}</Button>
    </form>
  )
}

interface DeclineProps {
  say: ReturnType<typeof words>
  field: (name: string) => { name: string; value: string; error: string | undefined }
}

/** Why not: a reason of the list, and a few words where they help. */
export function Decline({ say, field }: DeclineProps) {
  return (
    <>
      <Select
        {...field('reason')}
        label={say('answer.reason')}
        items={[
          { value: '', text: say('answer.choose') },
          ...declineReasons.map((value) => ({ value, text: say(`decline.${value}`) })),
        ]}
      />
      <Textarea {...field('words')} label={say('answer.words')} hint={say('answer.words-hint')} rows={2} />
    </>
  )
}
