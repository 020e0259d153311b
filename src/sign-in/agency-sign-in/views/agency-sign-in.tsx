import { SettingsFrame } from '../../../agencies/index.ts'
import { newId } from '../../../platform/ids.ts'
import { Button, problemOf, Radios, Section, WayOn } from '../../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../../platform/web/form.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { words } from '../../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  form: FormState<unknown>
  /** How many sign in with a password alone. */
  without: number
  /** Of the agency's own provider; undefined where it has none. */
  issuer: string | undefined
  isDone: boolean
}

/** How the workers of an agency sign in. */
export function AgencySignInPage({ page, may, form, without, issuer, isDone }: Props) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('agency.title')}
      problems={form.problems}
      say={say}
      done={isDone ? say('agency.done') : undefined}
    >
      <Section id="second-step" title={say('agency.step')}>
        <form class="tl-mt" method="post" action="/settings/sign-in/second-step" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say('agency.step.without', { count: without })}</p>
          <Radios
            name="required"
            legend={say('agency.step.legend')}
            value={typedText(form, 'required')}
            error={problemOf(form.problems, 'required', say)}
            items={[
              { value: 'no', text: say('agency.step.no') },
              { value: 'yes', text: say('agency.step.yes'), hint: say('agency.step.yes.hint') },
            ]}
          />
          <Button preventDoubleClick>{say('agency.save')}</Button>
        </form>
      </Section>
      <Section id="provider" title={say('agency.provider')}>
        <p class="govuk-body">{issuer ? say('agency.provider.on', { issuer }) : say('agency.provider.off')}</p>
        <WayOn href="/settings/sign-in/provider">{say('agency.provider.change')}</WayOn>
      </Section>
    </SettingsFrame>
  )
}
