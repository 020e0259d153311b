import { Section, SummaryList } from '../../platform/web/components/index.ts'
import { type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { declineReasons } from '../reasons.ts'
import { words } from '../words.ts'

const fields = {
  name: 'link.your-name',
  workerName: 'answer.worker',
  words: 'answer.words',
  question: 'answer.question',
  reply: 'move.reply',
  also: 'ending.also',
  personsView: 'ending.view',
} as const

/** What somebody typed into a form that came too late: it is kept nowhere else, so it is shown to be copied. */
export function NotSent({ page, typed }: { page: PageContext; typed: Typed }) {
  const say = words(page.locale)
  const reason = declineReasons.find((each) => each === typedText({ typed }, 'reason'))
  const startsOn = ['day', 'month', 'year'].map((box) => typedText({ typed }, `startsOn-${box}`)).join(' ')
  const rows = [
    ...(typed['answer'] === 'no' && reason ? [{ key: say('answer.reason'), value: say(`decline.${reason}`) }] : []),
    ...(startsOn.trim() ? [{ key: say('answer.starts'), value: startsOn }] : []),
    ...Object.entries(fields).flatMap(([field, key]) => {
      const text = typedText({ typed }, field).trim()
      return text ? [{ key: say(key), value: <span class="tl-kept">{text}</span> }] : []
    }),
  ]
  if (rows.length === 0) return null
  return (
    <Section id="h-not-sent" title={say('not-sent.title')}>
      <p class="govuk-body">{say('not-sent.text')}</p>
      <SummaryList rows={rows} />
    </Section>
  )
}
