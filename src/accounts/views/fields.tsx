import { humanRoles, isAppointed } from '../../agencies/index.ts'
import { Checkboxes, Input, problemOf, Radios } from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  form: FormState<unknown>
}

/** A one-line field by its name, which is also its word. */
export function LineField({
  page,
  form,
  name,
  ...more
}: Props & {
  name: 'name' | 'email' | 'jobTitle' | 'phone'
  type?: string
  autocomplete?: string
  hint?: string
}) {
  const say = words(page.locale)
  const error = problemOf(form.problems, name, say)
  return <Input {...more} name={name} label={say(name)} value={typedText(form, name)} error={error} width={30} />
}

export function LocaleField({ page, form }: Props) {
  const say = words(page.locale)
  return (
    <Radios
      name="locale"
      legend={say('locale')}
      hint={say('locale.hint')}
      isInline
      value={typedText(form, 'locale')}
      error={problemOf(form.problems, 'locale', say)}
      items={locales.map((locale) => ({ value: locale, text: localeNames[locale] }))}
    />
  )
}

/** What somebody may do. Coordinators alone appoint coordinators and auditors, so others are not offered that. */
export function RolesField({ page, form, mayCoordinate }: Props & { mayCoordinate: boolean }) {
  const say = words(page.locale)
  const offered = humanRoles.filter((role) => mayCoordinate || !isAppointed(role))
  return (
    <Checkboxes
      name="roles"
      legend={say('roles')}
      values={typedList(form, 'roles')}
      error={problemOf(form.problems, 'roles', say)}
      items={offered.map((role) => ({ value: role, text: say(`role.${role}`), hint: say(`role.${role}.hint`) }))}
    />
  )
}
