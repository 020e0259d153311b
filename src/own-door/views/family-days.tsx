import { formatAt } from '../../platform/dates.ts'
import { Button, ButtonGroup, Checkboxes, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { OwnFamilyDay } from '../queries/family.ts'
import { words } from '../words.ts'

/** Days at the prison to which the person is invited: whether they come, and whom they want there. */
export function OwnFamilyDays({ page, days }: { page: PageContext; days: readonly OwnFamilyDay[] }) {
  const say = words(page.locale)
  if (days.length === 0) return null
  return (
    <Section id="h-days" title={say('days.title')}>
      <p class="govuk-body-l">{say('days.text')}</p>
      {days.map((day) => (
        <Day page={page} day={day} />
      ))}
    </Section>
  )
}

function Day({ page: { locale }, day }: { page: PageContext; day: OwnFamilyDay }) {
  const say = words(locale)
  const { id, answer, members, isCalledOff, hasBegun } = day
  const when = `${formatAt(locale, new Date(day.at), 'full')}, ${say('days.minutes', { count: day.lengthInMinutes })}`
  const invited = members.filter(({ isInvited }) => isInvited)
  return (
    <>
      <h3 class="govuk-heading-m">{when}</h3>
      {day.whoComes && <p class="govuk-body-l">{say('days.who-comes', { who: day.whoComes })}</p>}
      {answer && <p class="govuk-body-l">{say(answer === 'COMES' ? 'days.you-come' : 'days.you-cannot')}</p>}
      {isCalledOff || hasBegun ? (
        <p class="govuk-body-l">{say(isCalledOff ? 'days.called-off' : 'days.begun')}</p>
      ) : (
        <form method="post" action={`/me/family/days/${id}`}>
          {members.length > 0 && (
            <Checkboxes
              name="brings"
              idPrefix={`brings-${id}`}
              legend={{ text: say('days.brings'), size: 's' }}
              values={invited.map((member) => member.id)}
              items={members.map((member) => ({
                value: member.id,
                text: member.name,
                hint: member.answer ? say(`days.answer.${member.answer}`) : undefined,
              }))}
            />
          )}
          <ButtonGroup>
            <Button name="answer" value="COMES">
              {say('days.yes')}
              <span class="govuk-visually-hidden">: {when}</span>
            </Button>
            <Button kind="secondary" name="answer" value="CANNOT">
              {say('days.no')}
              <span class="govuk-visually-hidden">: {when}</span>
            </Button>
          </ButtonGroup>
        </form>
      )}
    </>
  )
}
