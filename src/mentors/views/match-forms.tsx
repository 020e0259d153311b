import { newId } from '../../platform/ids.ts'
import { Button, Details, Input, Section, Select, Textarea } from '../../platform/web/components/index.ts'
import { endings } from '../kinds.ts'
import { words } from '../words.ts'
import type { MatchPageProps } from './match-page.tsx'
import { fieldsOf } from './parts.tsx'

/** The risk assessment: what the mentor has to know and do, and where the two meet. */
export function RiskForm({ page, match, form }: MatchPageProps) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <Section id="h-sign" title={say('risk.title')}>
      <form method="post" action={`/mentor-matches/${match.id}/risk`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <p class="govuk-body">{say('risk.wait')}</p>
        <Textarea label={say('risk.words')} hint={say('risk.words-hint')} rows={4} {...field('riskWords')} />
        <Input label={say('risk.places')} {...field('riskPlaces')} />
        <Button>{say('risk.sign')}</Button>
      </form>
    </Section>
  )
}

/** The end of a match, with the reason. */
export function EndForm({ page, match, form }: MatchPageProps) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <Details summary={say('end.title')} isOpen={form.problems.some(({ field: of }) => of === 'why')}>
      <form method="post" action={`/mentor-matches/${match.id}/end`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          label={say('end.why')}
          items={[{ value: '', text: '' }, ...endings.map((value) => ({ value, text: say(`ending.${value}`) }))]}
          {...field('why')}
        />
        <Textarea label={say('end.words')} rows={3} {...field('words')} />
        <Button kind="warning">{say('end.go')}</Button>
      </form>
    </Details>
  )
}
