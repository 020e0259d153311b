import type { CaseFrame } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { CharacterCount, DateInput, problemOf, Select } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { PossibleOwner } from '../queries/cases.ts'
import { words } from '../words.ts'

type Form = Pick<FormState<unknown>, 'typed' | 'problems'>
export interface FieldProps {
  page: PageContext
  frame: CaseFrame
  owners: PossibleOwner[]
  form: Form
}

/** What a new need and a changed one both ask: words, day, owner. */
export function Fields({ page, frame, owners, form }: FieldProps) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say as (key: string) => string)
  const part = (which: string) => typedText(form, `neededBy-${which}`)
  const { releaseOn } = frame
  return (
    <>
      <CharacterCount
        name="words"
        label={{ text: say('field.words'), size: 'm' }}
        hint={say('field.words-hint', { name: frame.calledName })}
        maxLength={500}
        rows={3}
        value={typedText(form, 'words')}
        error={error('words')}
      />
      <DateInput
        name="neededBy"
        legend={{ text: say('field.needed-by'), size: 'm' }}
        hint={
          releaseOn
            ? say('field.needed-by-hint', { day: formatDay(page.locale, releaseOn, 'full') })
            : say('field.needed-by-hint-plain')
        }
        values={{ day: part('day'), month: part('month'), year: part('year') }}
        error={error('neededBy')}
      />
      <Select
        name="owner"
        label={{ text: say('field.owner'), size: 'm' }}
        hint={say('field.owner-hint', { name: frame.calledName })}
        items={ownerItems(page, frame, owners)}
        value={typedText(form, 'owner')}
        error={error('owner')}
      />
    </>
  )
}

function ownerItems({ locale }: PageContext, frame: CaseFrame, owners: PossibleOwner[]) {
  const say = words(locale)
  return [
    { value: '', text: say('field.owner-none') },
    { value: 'person', text: say('for-person', { name: frame.calledName }) },
    ...owners.flatMap(({ agencyId, agencyName, workers }) => [
      ...workers.map((worker) => ({
        value: `worker:${agencyId}:${worker.id}`,
        text: say('owner.worker', { name: worker.name, agency: agencyName }),
      })),
      { value: `agency:${agencyId}`, text: say('field.owner-agency', { agency: agencyName }) },
    ]),
  ]
}
