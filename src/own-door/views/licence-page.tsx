import { conditionLabel, timeOfMinute } from '../../licences/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import { Button, ProblemSummary, problemOf, Radios } from '../../platform/web/components/index.ts'
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
      <Conditions page={page} conditions={conditions} />
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

type Conditions = OwnLicence['conditions']

/** One line each. Days that are the same for all are said once, before them. */
function Conditions({ page, conditions }: { page: PageContext; conditions: Conditions }) {
  const days = new Set(conditions.map(({ fromOn, untilOn }) => `${fromOn} ${untilOn}`))
  const isSaidOnce = days.size === 1 && conditions.length > 1
  return (
    <>
      {isSaidOnce && <p class="govuk-body-l">{daysSaid(page, conditions[0]!, 'licence.all-from')}</p>}
      <ul class="tl-list">
        {conditions.map((condition) => (
          <Condition page={page} condition={condition} hasDays={!isSaidOnce} />
        ))}
      </ul>
    </>
  )
}

function Condition({
  page,
  condition,
  hasDays,
}: {
  page: PageContext
  condition: Conditions[number]
  hasDays: boolean
}) {
  const say = words(page.locale)
  const { code, words: text, curfewFrom, curfewUntil } = condition
  return (
    <li>
      <b class="govuk-body-l">{conditionLabel(page.locale, code)}</b>
      {curfewFrom !== null && curfewUntil !== null && (
        <p class="govuk-body-l tl-m0">
          {say('licence.curfew', { from: timeOfMinute(curfewFrom), until: timeOfMinute(curfewUntil) })}
        </p>
      )}
      {text !== '' && <p class="govuk-body-l tl-m0 tl-kept">{text}</p>}
      {hasDays && <p class="govuk-body tl-m0">{daysSaid(page, condition, 'licence.from')}</p>}
    </li>
  )
}

function daysSaid(
  { locale }: PageContext,
  { fromOn, untilOn }: Conditions[number],
  key: 'licence.from' | 'licence.all-from',
): string {
  const say = words(locale)
  const from = formatDay(locale, fromOn, 'full')
  return untilOn ? say(`${key}-until`, { from, until: formatDay(locale, untilOn, 'full') }) : say(key, { from })
}
