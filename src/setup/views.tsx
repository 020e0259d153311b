import { agencyKindLabel, agencyKinds } from '../agencies/index.ts'
import { Button, Input, ProblemSummary, problemOf, Radios, Section, Select } from '../platform/web/components/index.ts'
import { type FormState, typedText } from '../platform/web/form.ts'
import { Layout } from '../platform/web/layout.tsx'
import type { PageContext } from '../platform/web/page-context.ts'
import { localeNames, locales } from '../platform/words.ts'
import { NewPasswordInput, passwordWords } from '../sign-in/index.ts'
import { jurisdictions } from './first-things.ts'
import { words } from './words.ts'

interface Props {
  page: PageContext
  form: FormState<unknown>
}

export function SetupPage({ page, form }: Props) {
  const say = words(page.locale)
  const ofPassword = passwordWords(page.locale)
  const problems = form.problems.map(({ field, message }) => ({
    field,
    message: message.startsWith('password.') ? ofPassword(message as 'password.short') : say(message as 'too-long'),
  }))
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(problems, name) })
  return (
    <Layout page={page} title={say('title')} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">{say('title')}</h1>
      <p class="govuk-body">{say('lead')}</p>
      <form method="post" action="/setup" novalidate>
        <Section id="partnership" title={say('partnership')}>
          <p class="govuk-body">{say('partnership.text')}</p>
          <Input {...field('name')} label={say('name')} hint={say('name.hint')} width={30} />
          <Radios
            {...field('jurisdiction')}
            legend={say('jurisdiction')}
            hint={say('jurisdiction.hint')}
            items={jurisdictions.map((value) => ({ value, text: say(`jurisdiction.${value}`) }))}
          />
          <Radios
            {...field('locale')}
            legend={say('locale')}
            isInline
            items={locales.map((locale) => ({ value: locale, text: localeNames[locale] }))}
          />
        </Section>
        <Section id="agency" title={say('agency')}>
          <p class="govuk-body">{say('agency.text')}</p>
          <Input {...field('agencyName')} label={say('agencyName')} autocomplete="organization" width={30} />
          <Select
            {...field('agencyKind')}
            label={say('agencyKind')}
            items={[
              { value: '', text: say('choose') },
              ...agencyKinds.map((kind) => ({ value: kind, text: agencyKindLabel(page.locale, kind) })),
            ]}
          />
          <Input
            {...field('agencyCode')}
            label={say('agencyCode')}
            hint={say('agencyCode.hint')}
            autocapitalize="characters"
            spellcheck={false}
            width={10}
          />
        </Section>
        <Section id="administrator" title={say('administrator')}>
          <p class="govuk-body">{say('administrator.text')}</p>
          <Input {...field('adminName')} label={say('adminName')} autocomplete="name" width={30} />
          <Input
            {...field('adminEmail')}
            label={say('adminEmail')}
            type="email"
            autocomplete="username"
            spellcheck={false}
            width={30}
          />
          <NewPasswordInput page={page} error={problemOf(problems, 'password')} />
        </Section>
        <Button preventDoubleClick>{say('submit')}</Button>
      </form>
    </Layout>
  )
}
