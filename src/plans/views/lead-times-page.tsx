import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Input, problemOf } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { leadKinds } from '../lead-times/lead-kinds.ts'
import type { LeadTimes } from '../queries/lead-times.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  current: LeadTimes
  form: FormState<unknown>
  isDone: boolean
}

/** How many days before release each kind of step has to begin. What counts now stands under each field. */
export function LeadTimesPage({ page, may, current, form, isDone }: Props) {
  const say = words(page.locale)
  const { edition, kinds, madeByName: name, madeAt } = current
  const at = formatAt(page.locale, madeAt)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('lead.title')}
      sub={say('lead.sub')}
      problems={form.problems}
      say={say}
      done={isDone ? say('lead.done') : undefined}
    >
      <p class="govuk-body tl-quiet">{name ? say('lead.edition', { edition, name, at }) : say('lead.first')}</p>
      <form method="post" action="/lead-times" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="edition" value={edition} />
        {leadKinds.map((kind) => (
          <Input
            name={kind}
            label={say(`lead.${kind}`)}
            hint={say('lead.now', { days: kinds[kind] ?? 0 })}
            width={3}
            inputMode="numeric"
            value={typedText(form, kind)}
            error={problemOf(form.problems, kind, say)}
          />
        ))}
        <Button>{say('lead.save')}</Button>
      </form>
    </SettingsFrame>
  )
}
