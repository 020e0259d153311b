import { SettingsFrame } from '../../../agencies/index.ts'
import { newId } from '../../../platform/ids.ts'
import {
  Button,
  Checkboxes,
  Input,
  PasswordInput,
  problemOf,
  Section,
  SummaryList,
} from '../../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../../platform/web/form.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { words } from '../../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  form: FormState<unknown>
  isSet: boolean
  isDone: boolean
  returnUrl: string
  logoutUrl: string
}

/** Through which provider the workers of an agency come in. */
export function ProviderPage({ page, may, form, isSet, isDone, returnUrl, logoutUrl }: Props) {
  const say = words(page.locale)
  const field = (name: 'issuer' | 'clientId' | 'emailDomains') => ({
    name,
    label: say(`provider.${name}`),
    hint: say(`provider.${name}.hint`),
    value: typedText(form, name),
    error: problemOf(form.problems, name, say),
    autocomplete: 'off' as const,
    spellcheck: false,
  })
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('provider.title')}
      sub={say('provider.sub')}
      back={{ href: '/settings/sign-in', text: say('agency.title') }}
      problems={form.problems}
      say={say}
      done={isDone ? say('agency.done') : undefined}
    >
      <Section id="addresses" title={say('provider.addresses')}>
        <p class="govuk-body">{say('provider.addresses.text')}</p>
        <SummaryList
          rows={[
            { key: say('provider.return'), value: <code class="tl-token">{returnUrl}</code> },
            { key: say('provider.logout'), value: <code class="tl-token">{logoutUrl}</code> },
          ]}
        />
      </Section>
      <Section id="provider" title={say('provider.form')}>
        <form class="tl-mt" method="post" action="/settings/sign-in/provider" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input {...field('issuer')} type="url" />
          <Input {...field('clientId')} width={20} />
          <PasswordInput
            name="clientSecret"
            width={20}
            autocomplete="off"
            label={say('provider.secret')}
            hint={say(isSet ? 'provider.secret.kept' : 'provider.secret.hint')}
            error={problemOf(form.problems, 'clientSecret', say)}
          />
          <Input {...field('emailDomains')} />
          <Checkboxes
            name="isPasswordOff"
            legend={say('provider.password-off.legend')}
            values={typedList(form, 'isPasswordOff')}
            items={[{ value: 'yes', text: say('provider.password-off'), hint: say('provider.password-off.hint') }]}
          />
          <Button preventDoubleClick>{say('agency.save')}</Button>
        </form>
      </Section>
      {isSet && (
        <Section id="removal" title={say('provider.remove')}>
          <form class="tl-mt" method="post" action="/settings/sign-in/provider/removal">
            <input type="hidden" name="formId" value={newId()} />
            <p class="govuk-body">{say('provider.remove.text')}</p>
            <Button kind="warning">{say('provider.remove')}</Button>
          </form>
        </Section>
      )}
    </SettingsFrame>
  )
}
