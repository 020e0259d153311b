import { Button, Input, Link, Panel, ProblemSummary, problemOf } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import type { Shown } from '../queries/screens.ts'
import { words } from '../words.ts'

interface KioskProps {
  page: PageContext
  shown: Shown
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** A person says that they are here: a first name, a number if they have one, and a big button for each desk. */
export function KioskPage({ page, shown, form }: KioskProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <Layout page={page} title={say('kiosk.title')} isWithoutMenu hasProblems={form.problems.length > 0}>
      <div class="tl-kiosk">
        <nav class="tl-kiosk__languages" aria-label={say('kiosk.languages')}>
          {locales.map((locale) => (
            <Link
              class="tl-kiosk__language"
              href={`/language/${locale}?back=%2Fscreens%2Fkiosk`}
              attributes={{ lang: locale, ...(locale === page.locale && { 'aria-current': 'true' }) }}
            >
              {localeNames[locale]}
            </Link>
          ))}
        </nav>
        <ProblemSummary problems={form.problems} say={say} />
        <h1 class="govuk-heading-xl">{say('kiosk.title')}</h1>
        <form method="post" action="/screens/kiosk" novalidate autocomplete="off">
          <Input
            name="firstName"
            label={say('kiosk.name')}
            value={typedText(form, 'firstName')}
            error={error('firstName')}
            width={20}
            autocomplete="off"
          />
          <Input
            name="number"
            label={say('kiosk.number')}
            hint={say('kiosk.number-hint')}
            value={typedText(form, 'number')}
            error={error('number')}
            width={10}
            autocomplete="off"
          />
          <fieldset class="govuk-fieldset" id="deskId">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">{say('kiosk.who-for')}</legend>
            <div class="tl-kiosk__desks">
              {shown.desks.map(({ id, name, agency, isIn }) => (
                <Button name="deskId" value={id} class="tl-kiosk__desk">
                  {name}
                  <small>{isIn ? agency : say('kiosk.not-here', { agency })}</small>
                </Button>
              ))}
            </div>
          </fieldset>
        </form>
      </div>
    </Layout>
  )
}

/** The number to wait with. It goes by itself. */
export function NumberPage({ page, number }: { page: PageContext; number: number }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('kiosk.your-number')} isWithoutMenu>
      <div class="tl-kiosk">
        <Panel title={say('kiosk.your-number')}>
          <strong class="tl-kiosk__number">{number}</strong>
        </Panel>
        <p class="govuk-body-l">{say('kiosk.wait')}</p>
        <form action="/screens/kiosk">
          <Button class="tl-kiosk__desk">{say('kiosk.ready')}</Button>
        </form>
      </div>
    </Layout>
  )
}
