import { SettingsFrame } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Input, problemOf } from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

export interface LimitProps {
  page: PageContext
  may: ReadonlySet<string>
  form: { typed: Typed; problems: Problem[] }
  isDone: boolean
}

/** From how many people on a file needs approval. */
export function LimitPage({ page, may, form, isDone }: LimitProps) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('limit.title')}
      sub={say('limit.sub')}
      problems={form.problems}
      say={say}
      done={isDone ? say('limit.done') : undefined}
    >
      <form method="post" action="/settings/exports" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input
          name="people"
          label={say('limit.people')}
          hint={say('limit.hint')}
          width={5}
          value={typedText(form, 'people')}
          error={problemOf(form.problems, 'people', say)}
        />
        <Button preventDoubleClick>{say('limit.button')}</Button>
      </form>
    </SettingsFrame>
  )
}
