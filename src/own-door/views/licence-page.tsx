import { conditionLabel, timeOfMinute } from '../../licences/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { Button, ProblemSummary, problemOf, Radios, Section } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnLicence } from '../queries/licence.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

interface Props {
  page: PageContext
  licence: OwnLicence
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** What the licence asks of the person, in plain words, and whether they understand it. */
export function OwnLicencePage({ page, licence, form, isDone }: Props) {
  const { locale } = page
  const say = words(locale)
  const { conditions, said } = licence
  return (
    <PersonLayout page={page} title={say('nav.licence')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('licence.kept')}
        </p>
      )}
      {conditions.length === 0 && <p class="govuk-body-l">{say('licence.none')}</p>}
      {conditions.map((condition) => (
        <Condition page={page} condition={condition} />
      ))}
      {said && (
        <p class="govuk-body-l">
          {say(said.isUnderstood ? 'licence.you-yes' : 'licence.you-no', {
            at: formatAt(locale, new Date(said.at), 'long'),
          })}{' '}
          {said.isOld && say('licence.new-since')}
        </p>
      )}
      {conditions.length > 0 && (
        <form method="post" action="/me/licence" novalidate>
          <Radios
            name="understood"
            legend={{ text: say('licence.ask'), size: 'm' }}
            value={typedText(form, 'understood')}
            error={problemOf(form.problems, 'understood', say)}
            items={(['yes', 'no'] as const).map((value) => ({ value, text: say(`licence.${value}`) }))}
          />
          <Button preventDoubleClick>{say('licence.button')}</Button>
        </form>
      )}
    </PersonLayout>
  )
}

function Condition({
  page: { locale },
  condition,
}: Pick<Props, 'page'> & { condition: OwnLicence['conditions'][number] }) {
  const say = words(locale)
  const { code, words: text, fromOn, untilOn, curfewFrom, curfewUntil } = condition
  const from = formatDay(locale, fromOn, 'full')
  return (
    <Section id={`h-${code}-${fromOn}`} title={conditionLabel(locale, code)}>
      {curfewFrom !== null && curfewUntil !== null && (
        <p class="govuk-body-l">
          {say('licence.curfew', { from: timeOfMinute(curfewFrom), until: timeOfMinute(curfewUntil) })}
        </p>
      )}
      {text !== '' && <p class="govuk-body-l tl-kept">{text}</p>}
      <p class="govuk-body">
        {untilOn
          ? say('licence.from-until', { from, until: formatDay(locale, untilOn, 'full') })
          : say('licence.from', { from })}
      </p>
    </Section>
  )
}
