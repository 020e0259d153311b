import { newId } from '../../platform/ids.ts'
import { Button, Fieldset, Input, problemOf, Section, Select, Textarea } from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import { groups, reportLanguages, reportStates } from '../learning-set.ts'
import { words } from '../words.ts'
import type { LearningSetProps } from './learning-set-page.tsx'

/** What it was about, and how far the report is. */
export function SetForm({ page, set, entered, form }: LearningSetProps) {
  const say = words(page.locale)
  const isTyped = form.typed['report_en'] !== undefined // this form, and not the one for feedback
  const value = (name: string, kept: string) => (isTyped ? typedText(form, name) : kept)
  return (
    <Section id="h-write" title={say(set.sharedAt ? 'write.report' : 'write')}>
      <form method="post" action={`/learning-sets/${set.outputId}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={set.version} />
        {!set.sharedAt && (
          <Textarea
            name="agenda"
            label={say('agenda')}
            hint={say('agenda.hint')}
            rows={4}
            value={value('agenda', set.agenda)}
            error={problemOf(form.problems, 'agenda', say)}
          />
        )}
        {!set.sharedAt && entered.length === 0 && (
          <Textarea
            name="questions"
            label={say('questions')}
            hint={say('questions.hint')}
            rows={4}
            value={value('questions', set.questions.join('\n'))}
            error={problemOf(form.problems, 'questions', say)}
          />
        )}
        {reportLanguages.map((language) => (
          <Select
            name={`report_${language}`}
            label={say('report.in', { language: say(`language.${language}`) })}
            value={value(`report_${language}`, set.reports[language])}
            error={problemOf(form.problems, `report_${language}`, say)}
            items={reportStates.map((state) => ({ value: state, text: say(`report.${state}`) }))}
          />
        ))}
        <Button kind="secondary" preventDoubleClick>
          {say('keep')}
        </Button>
      </form>
    </Section>
  )
}

/** One group's sheets of paper, counted. */
export function FeedbackForm({ page, set, entered, form }: LearningSetProps) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-enter" title={say('enter')}>
      <p class="govuk-body">{say('enter.text')}</p>
      {entered.length > 0 && (
        <p class="govuk-body">{say('entered', { groups: entered.map((group) => say(`group.${group}`)).join(', ') })}</p>
      )}
      <form method="post" action={`/learning-sets/${set.outputId}/feedback`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          {...field('group')}
          label={say('enter.group')}
          items={[
            { value: '', text: say('choose') },
            ...groups.map((group) => ({ value: group, text: say(`group.${group}`) })),
          ]}
        />
        {set.questions.map((question, index) => (
          <Fieldset legend={{ text: question, size: 's' }}>
            <Input {...field(`answered-${index + 1}`)} label={say('c.answered')} width={4} inputMode="numeric" />
            <Input {...field(`agreed-${index + 1}`)} label={say('c.agreed')} width={4} inputMode="numeric" />
            <Textarea
              {...field(`words-${index + 1}`)}
              label={say('enter.words')}
              hint={say('enter.words-hint')}
              rows={2}
            />
          </Fieldset>
        ))}
        <Button kind="secondary" preventDoubleClick>
          {say('enter.button')}
        </Button>
      </form>
    </Section>
  )
}

/** From here on it stands. */
export function ShareForm({ page, set }: LearningSetProps) {
  const say = words(page.locale)
  return (
    <Section id="h-share" title={say('share.title')}>
      <form method="post" action={`/learning-sets/${set.outputId}/sharing`}>
        <input type="hidden" name="formId" value={newId()} />
        <p class="govuk-body">{say('share.text')}</p>
        <Button preventDoubleClick>{say('share.button')}</Button>
      </form>
    </Section>
  )
}
