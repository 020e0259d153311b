import { workerRoleLabel } from '../../agencies/index.ts'
import { workerRoles } from '../../cases/index.ts'
import {
  BackLink,
  Button,
  DateInput,
  Details,
  Empty,
  Input,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
  WayOn,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { blankForm, type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Chosen } from '../queries.ts'
import { dayField, type verbs } from '../round-form.ts'
import { words } from '../words.ts'

type Verb = (typeof verbs)[number]

interface Props {
  page: PageContext
  chosen: readonly Chosen[]
  from: string
  /** Of the form that was sent. */
  verb: Verb | undefined
  colleagues: readonly { id: string; name: string }[]
  mayName: boolean
  ownId: string
  form: FormState<unknown>
}

/** Whom it is about, and what can be done for all of them. */
export function ChooseVerbPage(props: Props) {
  const { page, chosen, from, form, mayName } = props
  const say = words(page.locale)
  const title = say('choose.title', { count: chosen.length })
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/${from}`}>{say('back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={title} sub={chosen.length > 0 ? say('choose.sub') : undefined} />
      {chosen.length === 0 ? (
        <Empty title={say('choose.none')}>
          <WayOn href={`/${from}`}>{say('choose.none-text')}</WayOn>
        </Empty>
      ) : (
        <>
          <Details summary={say('choose.who')} isOpen={chosen.length <= 5}>
            <PlainList>
              {chosen.map(({ name }) => (
                <li>{name}</li>
              ))}
            </PlainList>
          </Details>
          {mayName && <NameForm {...props} />}
          <ContactForm {...props} />
          <StepForm {...props} />
        </>
      )}
    </Layout>
  )
}

/** A form of one verb: what was typed into it, and its errors, where it was the one that was sent. */
function partOf({ page, form: sent, verb: sentVerb }: Props, verb: Verb) {
  const say = words(page.locale)
  const form = verb === sentVerb ? sent : blankForm
  const error = (name: string) => problemOf(form.problems, name, say)
  const field = (name: string) => ({ name, value: typedText(form, name), error: error(name) })
  return { say, form, error, field }
}

function Sent({ verb, chosen, from }: Pick<Props, 'chosen' | 'from'> & { verb: Verb }) {
  return (
    <>
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="caseIds" value={chosen.map(({ caseId }) => caseId).join('.')} />
    </>
  )
}

function NameForm(props: Props) {
  const { say, field, form } = partOf(props, 'NAME_WORKER')
  const choose = { value: '', text: say('pick') }
  const { locale } = props.page
  return (
    <Section id="h-name" title={say('verb.NAME_WORKER')}>
      <form method="post" action="/rounds/check" novalidate>
        <Sent {...props} verb="NAME_WORKER" />
        <Select
          {...field('accountId')}
          value={typedText(form, 'accountId') || props.ownId}
          label={say('name.who')}
          items={[choose, ...props.colleagues.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Select
          {...field('role')}
          label={say('name.role')}
          items={[choose, ...workerRoles.map((role) => ({ value: role, text: workerRoleLabel(locale, role) }))]}
        />
        <Button kind="secondary">{say('check')}</Button>
      </form>
    </Section>
  )
}

function ContactForm(props: Props) {
  const { say, form, error } = partOf(props, 'ASK_CONTACT')
  const name = dayField.ASK_CONTACT
  return (
    <Section id="h-contact" title={say('verb.ASK_CONTACT')}>
      <form method="post" action="/rounds/check" novalidate>
        <Sent {...props} verb="ASK_CONTACT" />
        <p class="govuk-body">{say('contact.text')}</p>
        <DateInput name={name} legend={say('by')} values={dayBoxes(form, name)} error={error(name)} />
        <Button kind="secondary">{say('check')}</Button>
      </form>
    </Section>
  )
}

function StepForm(props: Props) {
  const { say, form, error, field } = partOf(props, 'ADD_STEP')
  const name = dayField.ADD_STEP
  return (
    <Section id="h-step" title={say('verb.ADD_STEP')}>
      <form method="post" action="/rounds/check" novalidate>
        <Sent {...props} verb="ADD_STEP" />
        <Input {...field('title')} label={say('step.title')} />
        <Radios
          {...field('owner')}
          legend={say('step.owner')}
          isSmall
          items={(['KEY_WORKER', 'PERSON', 'ME'] as const).map((value) => ({ value, text: say(`owner.${value}`) }))}
        />
        <DateInput name={name} legend={say('by')} values={dayBoxes(form, name)} error={error(name)} />
        <Button kind="secondary">{say('check')}</Button>
      </form>
    </Section>
  )
}
