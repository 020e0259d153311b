import { familyWords, relations, shares, ways } from '../../families/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  Button,
  Checkboxes,
  Input,
  InsetText,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import type { OwnFamily } from '../queries/family.ts'
import { words } from '../words.ts'
import { PersonLayout } from './person-layout.tsx'

interface Props {
  page: PageContext
  family: readonly OwnFamily[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** Whom the person lets see something of them, what those said, and one button to stop each. */
export function OwnFamilyPage({ page, family, form, isDone }: Props) {
  const say = words(page.locale)
  return (
    <PersonLayout page={page} title={say('family.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say('family.done')}
        </p>
      )}
      <p class="govuk-body-l">{say('family.text')}</p>
      {family.length === 0 && <p class="govuk-body-l">{say('family.none')}</p>}
      {family.map((member) => (
        <Member page={page} member={member} />
      ))}
      <NameForm page={page} form={form} />
    </PersonLayout>
  )
}

function Member({ page: { locale }, member }: { page: PageContext; member: OwnFamily }) {
  const [say, sayFamily] = [words(locale), familyWords(locale)]
  const { id, name, relation, shares: shared, state, said } = member
  const sees = shared.map((share) => sayFamily(`share.${share}` as 'share.SUPPORTERS')).join('. ')
  return (
    <Section id={`h-${id}`} title={name} more={sayFamily(`relation.${relation}` as 'relation.PARENT')}>
      <p class="govuk-body-l">{say(`family.state.${state}`)}</p>
      <p class="govuk-body-l">{sees ? `${say('family.sees')} ${sees}` : say('family.sees-nothing')}</p>
      {said.map(({ kind, words: text, at }) => (
        <InsetText>
          <p class="govuk-body">{`${sayFamily(`kind.${kind}` as 'kind.CAN')}, ${formatAt(locale, new Date(at))}`}</p>
          <p class="govuk-body tl-kept">{text}</p>
        </InsetText>
      ))}
      {state !== 'STOPPED' && (
        <form method="post" action={`/me/family/${id}/stop`}>
          <Button kind="secondary">
            {say('family.stop')}
            <span class="govuk-visually-hidden">: {name}</span>
          </Button>
        </form>
      )}
    </Section>
  )
}

function NameForm({ page: { locale }, form }: Pick<Props, 'page' | 'form'>) {
  const [say, sayFamily] = [words(locale), familyWords(locale)]
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="new" title={say('family.new')}>
      <form method="post" action="/me/family" novalidate>
        <Input {...field('name')} label={say('family.name')} autocomplete="off" />
        <Select
          {...field('relation')}
          label={say('family.relation')}
          items={[
            { value: '', text: say('family.choose') },
            ...relations.map((value) => ({ value, text: sayFamily(`relation.${value}`) })),
          ]}
        />
        <Checkboxes
          name="shares"
          legend={{ text: say('family.shares'), size: 'm' }}
          hint={say('family.shares-hint')}
          values={typedList(form, 'shares')}
          items={shares.map((value) => ({ value, text: sayFamily(`share.${value}`) }))}
        />
        <Radios
          {...field('way')}
          legend={{ text: say('family.way'), size: 'm' }}
          items={ways.map((value) => ({ value, text: sayFamily(`way.${value}`) }))}
        />
        <Input
          {...field('toAddress')}
          label={say('family.address')}
          hint={say('family.address-hint')}
          autocomplete="off"
        />
        <Radios
          {...field('locale')}
          legend={{ text: say('family.locale'), size: 'm' }}
          items={locales.map((value) => ({ value, text: localeNames[value] }))}
        />
        <Button preventDoubleClick>{say('family.save')}</Button>
      </form>
    </Section>
  )
}
