import type { FoundPerson } from '../../people/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Input,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Desk, Hub } from '../queries/hubs.ts'
import { words } from '../words.ts'

export interface WalkInProps {
  page: PageContext
  hub: Hub
  desks: readonly Desk[]
  found: readonly FoundPerson[]
  sought: string
  agencyId: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Somebody came: who they are, where the reader may see them, or a first name; for which desk, and why. */
export function WalkInPage(props: WalkInProps) {
  const { page, hub, desks, found, sought, agencyId, form } = props
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const own = desks.find((desk) => desk.agencyId === agencyId)
  const base = `/hubs/${hub.id}`
  return (
    <Layout page={page} title={say('walk-in.title')} hasProblems={form.problems.length > 0}>
      <BackLink href={base}>{hub.name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('walk-in.title')} />
      <form method="get" action={`${base}/walk-ins/new`}>
        <Input
          name="q"
          label={say('walk-in.find')}
          hint={say('walk-in.find-hint')}
          value={sought}
          type="search"
          width={20}
        />
        <Button kind="secondary">{say('walk-in.search')}</Button>
      </form>
      {sought && found.length === 0 && <p class="govuk-body">{say('walk-in.nobody')}</p>}
      <Section id="h-take" title={say('walk-in.take')}>
        <form method="post" action={`${base}/walk-ins`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="q" value={sought} />
          {found.length > 0 && (
            <Radios
              name="caseId"
              legend={say('walk-in.who')}
              value={typedText(form, 'caseId') || (found.length === 1 ? found[0]!.caseId : '')}
              items={[
                ...found.map(({ caseId, name, prisonNumber, wing }) => ({
                  value: caseId,
                  text: name,
                  hint: [prisonNumber, wing].filter(Boolean).join(', '),
                })),
                { value: '', text: say('walk-in.none-of-them') },
              ]}
            />
          )}
          <Input
            name="firstName"
            label={say('walk-in.first-name')}
            hint={say('walk-in.first-name-hint')}
            value={typedText(form, 'firstName')}
            error={error('firstName')}
            width={20}
            autocomplete="off"
          />
          <Select
            name="deskId"
            label={say('walk-in.desk')}
            items={desks.map(({ id, name, agencyName }) => ({ value: id, text: `${name}, ${agencyName}` }))}
            value={typedText(form, 'deskId') || own?.id}
            error={error('deskId')}
          />
          <Input
            name="why"
            label={say('walk-in.why')}
            hint={say('walk-in.why-hint')}
            value={typedText(form, 'why')}
            error={error('why')}
          />
          <Button preventDoubleClick>{say('walk-in.button')}</Button>
        </form>
      </Section>
    </Layout>
  )
}
