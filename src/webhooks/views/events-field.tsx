import { Checkboxes, problemOf } from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedList } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { eventNames } from '../event-names.ts'
import { words } from '../words.ts'

export interface Shown {
  typed: Typed
  problems: Problem[]
}

/** Which events are told. */
export function EventsField({ page, form }: { page: PageContext; form: Shown }) {
  const say = words(page.locale)
  return (
    <Checkboxes
      name="events"
      legend={say('events')}
      hint={say('events.hint')}
      isSmall
      values={typedList(form, 'events')}
      error={problemOf(form.problems, 'events', say)}
      items={eventNames.map((value) => ({ value, text: say(`event.${value}`) }))}
    />
  )
}
