import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  DateInput,
  Input,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  SummaryList,
  Textarea,
} from '../../platform/web/components/index.ts'
import { dayBoxes, typedDay } from '../../platform/web/day-field.ts'
import { type FormState, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Evidence, Recommendation, Standing } from '../queries.ts'
import { evidenceOf, nameOf } from '../shown.ts'
import { standingStates } from '../standing-states.ts'
import { words } from '../words.ts'
import { Due } from './recommendations-page.tsx'

interface Props {
  page: PageContext
  one: Recommendation
  said: readonly Standing[]
  counted: readonly Evidence[]
  prisonId: string
  isOwn: boolean
  maySay: boolean
  mayKeep: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** One recommendation: where it can be read, how the prison stands with it and stood before. */
export function RecommendationPage(props: Props) {
  const { page, one, counted, isOwn, mayKeep, prisonId, maySay, form } = props
  const { locale } = page
  const say = words(locale)
  const { standing } = one
  const title = nameOf(locale, one)
  return (
    <Layout
      page={page}
      title={title}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="recommendations" />}
    >
      <BackLink href={mayKeep ? `/recommendations?prison=${prisonId}` : '/recommendations'}>{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={one.review} />
      <SummaryList
        rows={[
          { key: say('c.state'), value: say(`state.${standing?.state ?? 'UNSAID'}`) },
          { key: say('c.lead'), value: standing?.lead || say('nobody') },
          { key: say('c.due'), value: <Due page={page} standing={standing} /> },
          { key: say('c.words'), value: standing?.words || say('no-words') },
          { key: say('c.evidence'), value: evidenceOf(locale, one, counted, isOwn) || say('evidence.none') },
          { key: say('c.source'), value: one.source },
        ]}
      />
      {maySay && <SayForm {...props} />}
      <Before {...props} />
      {mayKeep && <Keep {...props} />}
    </Layout>
  )
}

function SayForm({ page, one, form }: Props) {
  const say = words(page.locale)
  const { standing } = one
  const kept: Typed = standing
    ? { state: standing.state, lead: standing.lead, words: standing.words, ...typedDay('dueOn', standing.dueOn) }
    : {}
  const shown = { typed: form.problems.length > 0 ? form.typed : kept, problems: form.problems }
  const field = (name: string) => ({ name, value: typedText(shown, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-say" title={say('say.title')}>
      <form method="post" action={`/recommendations/${one.id}/standing`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          {...field('state')}
          legend={say('c.state')}
          items={standingStates.map((state) => ({ value: state, text: say(`state.${state}`) }))}
        />
        <Input {...field('lead')} label={say('c.lead')} hint={say('say.lead-hint')} width={20} />
        <DateInput
          name="dueOn"
          legend={say('c.due')}
          values={dayBoxes(shown, 'dueOn')}
          error={problemOf(form.problems, 'dueOn', say)}
        />
        <Textarea {...field('words')} label={say('c.words')} hint={say('say.words-hint')} rows={4} />
        <Button>{say('say.save')}</Button>
      </form>
    </Section>
  )
}

function Before({ page, said }: Props) {
  const { locale } = page
  const say = words(locale)
  const before = said.slice(1)
  if (before.length === 0) return null
  return (
    <Section id="h-before" title={say('before')}>
      <PlainList>
        {before.map(({ state, words: text, byName, saidAt }) => (
          <li>
            <strong>{say(`state.${state}`)}</strong>. {text}
            <p class="tl-m0 tl-quiet">{`${byName}, ${formatAt(locale, new Date(saidAt))}`}</p>
          </li>
        ))}
      </PlainList>
    </Section>
  )
}

function Keep({ page, one, form }: Props) {
  const say = words(page.locale)
  return (
    <Section id="h-keep" title={say('keep.title')}>
      <form method="post" action={`/recommendations/${one.id}/number`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input
          name="number"
          label={say('add.number')}
          hint={say('add.number-hint')}
          width={5}
          value={form.problems.length > 0 ? typedText(form, 'number') : one.number}
          error={problemOf(form.problems, 'number', say)}
        />
        <Button kind="secondary">{say('keep.number')}</Button>
      </form>
      <form method="post" action={`/recommendations/${one.id}/retirement`}>
        <input type="hidden" name="formId" value={newId()} />
        <button type="submit" class="tl-linklike">
          {say('keep.retire')}
        </button>
      </form>
    </Section>
  )
}
