import type { Agency } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  AgencySquare, Button, Details, initialsOf, PlainList, problemOf, Section, Select, StatusTag, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { TakingPart, Theme } from '../queries/themes.ts'
import { words } from '../words.ts'
import { OneButton } from './one-button.tsx'

interface Props {
  page: PageContext
  theme: Theme
  agencies: readonly TakingPart[]
  /** Those that could be asked in. */
  others: readonly Agency[]
  isLed: boolean
  ownAgencyId: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Which agencies take part, and how the one that leads asks another in or closes the theme. */
export function TakingPartSection(props: Props) {
  const { page, theme, agencies, others, isLed, ownAgencyId, form } = props
  const say = words(page.locale)
  const choices = others.filter(({ id }) => id !== theme.leadAgencyId && !agencies.some((one) => one.agencyId === id))
  const hasProblem = (field: string) => form.problems.some((problem) => problem.field === field)
  return (
    <Section id="h-agencies" title={say('agencies')}>
      <PlainList>
        <li>
          <AgencySquare initials={initialsOf(theme.leadAgencyName)} kind={theme.leadAgencyKind} />{' '}
          {theme.leadAgencyName} <StatusTag>{say('agencies.leads')}</StatusTag>
        </li>
        {agencies.map(({ agencyId, name, kind }) => (
          <li>
            <AgencySquare initials={initialsOf(name)} kind={kind} /> {name}
            {(isLed || agencyId === ownAgencyId) && (
              <OneButton
                action={`/themes/${theme.id}/agencies/${agencyId}/leaving`}
                text={say(agencyId === ownAgencyId ? 'agencies.leave' : 'agencies.end')}
                about={name}
              />
            )}
          </li>
        ))}
      </PlainList>
      <p class="govuk-body tl-quiet">{say('agencies.sight')}</p>
      {isLed && !theme.closedAt && (
        <>
          <Details summary={say('agencies.ask')} isOpen={hasProblem('agencyId')}>
            <form method="post" action={`/themes/${theme.id}/agencies`} novalidate>
              <input type="hidden" name="formId" value={newId()} />
              <Select
                name="agencyId"
                label={say('agencies.which')}
                hint={say('agencies.hint')}
                value={typedText(form, 'agencyId')}
                error={problemOf(form.problems, 'agencyId', say)}
                items={[
                  { value: '', text: say('choose') },
                  ...choices.map(({ id, name }) => ({ value: id, text: name })),
                ]}
              />
              <Button preventDoubleClick>{say('agencies.button')}</Button>
            </form>
          </Details>
          <Details summary={say('close')} isOpen={hasProblem('closedWords')}>
            <form method="post" action={`/themes/${theme.id}/closing`} novalidate>
              <input type="hidden" name="formId" value={newId()} />
              <Textarea
                name="closedWords"
                label={say('close.words')}
                hint={say('close.hint')}
                rows={3}
                value={typedText(form, 'closedWords')}
                error={problemOf(form.problems, 'closedWords', say)}
              />
              <Button kind="warning" preventDoubleClick>
                {say('close.button')}
              </Button>
            </form>
          </Details>
        </>
      )}
    </Section>
  )
}
