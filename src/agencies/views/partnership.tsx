import { newId } from '../../platform/ids.ts'
import { Button, Input, problemOf, Radios, Section, SummaryList } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import type { Partnership } from '../queries/partnership.ts'
import { words } from '../words.ts'
import { SettingsFrame } from './settings-frame.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  partnership: Partnership
  form: FormState<unknown>
  done?: string | undefined
}

const days = ['releaseWindowInDays', 'chaseAfterDays', 'expireAfterDays', 'quietAfterDays'] as const

export function PartnershipPage({ page, may, partnership, form, done }: Props) {
  const say = words(page.locale)
  const { problems } = form
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(problems, name, say) })
  return (
    <SettingsFrame page={page} may={may} title={say('partnership.title')} problems={problems} done={done}>
      <SummaryList
        rows={[{ key: say('partnership.jurisdiction'), value: say(`jurisdiction.${partnership.jurisdiction}`) }]}
      />
      <form method="post" action="/settings/partnership" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || partnership.version} />
        <Input {...field('name')} label={say('partnership.name')} width={30} />
        <Radios
          {...field('locale')}
          legend={say('partnership.locale')}
          hint={say('partnership.locale.hint')}
          isInline
          items={locales.map((locale) => ({ value: locale, text: localeNames[locale] }))}
        />
        <Section id="windows" title={say('partnership.windows')}>
          <p class="govuk-body">{say('partnership.windows.text')}</p>
          {days.map((name) => (
            <Input
              {...field(name)}
              label={say(`partnership.${name}`)}
              hint={say(`partnership.${name}.hint`)}
              suffix={say('days')}
              width={3}
              inputMode="numeric"
            />
          ))}
        </Section>
        <Section id="night" title={say('partnership.night')}>
          <p class="govuk-body">{say('partnership.night.text')}</p>
          <Input {...field('nightLineName')} label={say('partnership.nightLineName')} width={30} />
          <Input {...field('nightLinePhone')} label={say('partnership.nightLinePhone')} type="tel" width={20} />
        </Section>
        <Button>{say('save')}</Button>
      </form>
    </SettingsFrame>
  )
}
