import { newId } from '../platform/ids.ts'
import { Button, problemOf, Radios, Select } from '../platform/web/components/index.ts'
import type { Problem } from '../platform/web/form.ts'
import type { PageContext } from '../platform/web/page-context.ts'
import { AccountFrame } from '../sign-in/index.ts'
import { type Choice, rhythms } from './choice.ts'
import { words } from './words.ts'

interface Props {
  page: PageContext
  kept: Choice
  problems: readonly Problem[]
  isDone: boolean
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: hour, text: `${String(hour).padStart(2, '0')}:00` }))

/** How often one is mailed that there is news, and when. */
export function NewsPage({ page, kept, problems, isDone }: Props) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(problems, field, say)
  const done = isDone ? say('page.done') : undefined
  return (
    <AccountFrame page={page} title={say('page.title')} here="news" problems={problems} say={say} done={done}>
      <p class="govuk-body">{say('page.text')}</p>
      <form method="post" action="/account/news" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="rhythm"
          legend={{ text: say('page.rhythm') }}
          value={kept.rhythm}
          error={error('rhythm')}
          items={rhythms.map((value) => ({ value, text: say(`rhythm.${value}`) }))}
        />
        <Select name="hour" label={say('page.hour')} value={String(kept.hour)} error={error('hour')} items={hours} />
        <Button>{say('page.button')}</Button>
      </form>
    </AccountFrame>
  )
}
