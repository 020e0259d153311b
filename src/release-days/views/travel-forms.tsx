import { newId } from '../../platform/ids.ts'
import { Button, Checkboxes, Input, problemOf, Section, Select, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { modes } from '../the-day/day-plan.ts'
import { words } from '../words.ts'
import type { TravelProps } from './travel-page.tsx'

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** What a coordinator can change: lines, opening hours, many lines at once, and when contact is expected. */
export function Keeping({ page, leg, file, hours, badLine, expected }: TravelProps) {
  const say = words(page.locale)
  const fieldOf = (form: FormState<unknown>, prefix: string) => (name: string) => ({
    ...{ name, id: prefix + name, value: typedText(form, name), error: problemOf(form.problems, name, say) },
  })
  const [ofLeg, ofHours] = [fieldOf(leg, ''), fieldOf(hours, 'hours-')]
  return (
    <>
      <Section id="h-leg" title={say('travel.add')}>
        <form method="post" action="/travel-times" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input {...ofLeg('fromPlace')} label={say('column.from')} />
          <Input {...ofLeg('toPlace')} label={say('column.to')} />
          <Select
            {...ofLeg('mode')}
            label={say('column.mode')}
            items={modes.map((mode) => ({ value: mode, text: say(`mode.${mode}`) }))}
          />
          <Input {...ofLeg('minutes')} label={say('column.minutes')} width={4} inputMode="numeric" />
          <Input {...ofLeg('price')} label={say('column.price')} prefix="£" width={5} />
          <Input {...ofLeg('firstAt')} label={say('travel.first')} width={5} />
          <Input {...ofLeg('lastAt')} label={say('travel.last')} width={5} />
          <Input {...ofLeg('every')} label={say('travel.every')} width={4} inputMode="numeric" />
          <Select
            {...ofLeg('bothWays')}
            label={say('travel.both')}
            items={[
              { value: 'yes', text: say('yes') },
              { value: 'no', text: say('no') },
            ]}
          />
          <Button>{say('travel.save')}</Button>
        </form>
      </Section>
      <Section id="h-hours" title={say('hours.title')}>
        <p class="govuk-body">{say('hours.text')}</p>
        <form method="post" action="/travel-times/hours" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input {...ofHours('place')} label={say('stop.place')} />
          <Checkboxes
            name="weekdays"
            values={typedList(hours, 'weekdays')}
            legend={say('hours.days')}
            error={problemOf(hours.problems, 'weekdays', say)}
            items={weekdays.map((day) => ({ value: String(day), text: say(`weekday.${day}`) }))}
          />
          <Input {...ofHours('opensAt')} label={say('stop.opens')} width={5} />
          <Input {...ofHours('closesAt')} label={say('stop.closes')} width={5} />
          <Button kind="secondary">{say('hours.save')}</Button>
        </form>
      </Section>
      <Section id="h-expected" title={say('expected.title')}>
        <form method="post" action="/travel-times/contact-days">
          <input type="hidden" name="formId" value={newId()} />
          <Checkboxes
            name="days"
            isSmall
            legend={say('expected.days')}
            values={expected}
            items={Array.from({ length: 14 }, (_, index) => ({ value: String(index + 1), text: String(index + 1) }))}
          />
          <Button kind="secondary">{say('expected.save')}</Button>
        </form>
      </Section>
      <Section id="h-file" title={say('file.title')}>
        <form method="post" action="/travel-times/file" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Textarea
            name="lines"
            label={say('file.label')}
            hint={say('file.hint')}
            rows={6}
            value={typedText(file, 'lines')}
            error={file.problems.length > 0 ? say('problem.file', { line: badLine ?? 0 }) : undefined}
          />
          <Button kind="secondary">{say('file.save')}</Button>
        </form>
      </Section>
    </>
  )
}
