import { familyWords, relations, type Share, shares, sharesDifference, ways } from '../../families/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  Button,
  Checkboxes,
  Details,
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
import { type Locale, localeNames, locales } from '../../platform/words.ts'
import type { OwnFamily, OwnFamilyDay } from '../queries/family.ts'
import { words } from '../words.ts'
import { OwnFamilyDays } from './family-days.tsx'
import { PersonLayout } from './person-layout.tsx'

interface Props {
  page: PageContext
  members: readonly OwnFamily[]
  days: readonly OwnFamilyDay[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  done: 'named' | 'changed' | undefined
}

/** Whom the person lets see something of them, what those said, and one button to stop each. */
export function OwnFamilyPage({ page, members, days, form, done }: Props) {
  const say = words(page.locale)
  return (
    <PersonLayout page={page} title={say('family.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      {done && (
        <p class="govuk-inset-text govuk-body-l" role="status">
          {say(done === 'named' ? 'family.done' : 'family.was-done')}
        </p>
      )}
      <p class="govuk-body-l">{say('family.text')}</p>
      <OwnFamilyDays page={page} days={days} />
      {members.length === 0 && <p class="govuk-body-l">{say('family.none')}</p>}
      {members.map((member) => (
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
      {state !== 'STOPPED' && (
        <p class="govuk-body-l">{sees ? `${say('family.sees')} ${sees}` : say('family.sees-nothing')}</p>
      )}
      {said.map(({ kind, words: text, at }) => (
        <InsetText>
          <p class="govuk-body">{`${sayFamily(`kind.${kind}` as 'kind.CAN')}, ${formatAt(locale, new Date(at))}`}</p>
          <p class="govuk-body tl-kept">{text}</p>
        </InsetText>
      ))}
      <Changes locale={locale} member={member} />
      {state !== 'STOPPED' && <SharesForm locale={locale} member={member} />}
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

/** More or less than they see now; it counts at once. */
function SharesForm({ locale, member: { id, name, shares: shared } }: { locale: Locale; member: OwnFamily }) {
  const [say, sayFamily] = [words(locale), familyWords(locale)]
  return (
    <Details summary={say('family.change')}>
      <form method="post" action={`/me/family/${id}/shares`}>
        <Checkboxes
          name="shares"
          idPrefix={`shares-${id}`}
          legend={{ text: say('family.change-legend', { name }), size: 'm' }}
          hint={say('family.shares-hint')}
          values={[...shared]}
          items={shares.map((value) => ({ value, text: sayFamily(`share.${value}`) }))}
        />
        <Button kind="secondary">{say('family.change-save')}</Button>
      </form>
    </Details>
  )
}

function Changes({ locale, member: { changes } }: { locale: Locale; member: OwnFamily }) {
  const say = words(locale)
  if (changes.length === 0) return null
  return (
    <Details summary={say('family.changed')}>
      <ul class="govuk-list govuk-list--bullet">
        {changes.map(({ at, by, was, shares: now }) => (
          <li>
            {`${formatAt(locale, new Date(at))}, ${by ?? say('family.by-you')}: ${sharesDifference(locale, was as Share[], now as Share[])}`}
          </li>
        ))}
      </ul>
    </Details>
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
