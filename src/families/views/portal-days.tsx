import { formatAt } from '../../platform/dates.ts'
import { Button, ButtonGroup, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { FamilyPage } from '../queries/portal.ts'
import { words } from '../words.ts'

/** The days at the prison to which the person invites them: how to come, and yes or no. */
export function PortalDays({ page: { locale, now }, found }: { page: PageContext; found: FamilyPage }) {
  const say = words(locale)
  if (found.days.length === 0) return null
  return (
    <Section id="days" title={say('portal.days', { name: found.name })}>
      {found.days.map(({ id, at, lengthInMinutes, howToCome, answer, isCalledOff }) => (
        <>
          <h3 class="govuk-heading-m tl-begins">{formatAt(locale, new Date(at), 'long')}</h3>
          {isCalledOff && <p class="govuk-body-l">{say('portal.day-off')}</p>}
          {!isCalledOff && (
            <>
              <p class="govuk-body-l">{say('portal.day-length', { minutes: lengthInMinutes })}</p>
              <p class="govuk-body-l tl-kept">{howToCome}</p>
              {answer && <p class="govuk-body-l">{say(`portal.day-${answer}`)}</p>}
              {new Date(at) > now && (
                <form method="post" action={`/family/days/${id}`}>
                  <ButtonGroup>
                    {answer !== 'COMES' && (
                      <Button name="answer" value="COMES">
                        {say('portal.day-yes')}
                      </Button>
                    )}
                    {answer !== 'CANNOT' && (
                      <Button kind="secondary" name="answer" value="CANNOT">
                        {say('portal.day-no')}
                      </Button>
                    )}
                  </ButtonGroup>
                </form>
              )}
            </>
          )}
        </>
      ))}
    </Section>
  )
}
