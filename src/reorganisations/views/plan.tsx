import { type Agency, SettingsFrame, type Team } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Checkboxes, problemOf, Radios, Select, Textarea } from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agencies: readonly Agency[]
  /** The agency that changes, once it is chosen. */
  from: Pick<Agency, 'id' | 'name'> | undefined
  teams: readonly Team[]
  form: FormState<unknown>
}

/** Which agency changes, then how much of it goes where, and why. */
export function PlanPage({ page, may, agencies, from, teams, form }: Props) {
  const say = words(page.locale)
  const { problems } = form
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('plan')}
      back={{ href: '/settings/reorganisations', text: say('title') }}
      problems={problems}
      say={say}
    >
      <form method="get" action="/settings/reorganisations/new">
        <Select
          id="fromAgencyId"
          name="from"
          label={say('from')}
          value={from?.id}
          error={problemOf(problems, 'fromAgencyId', say)}
          items={[
            { value: '', text: say('choose-agency') },
            ...agencies.map(({ id, name }) => ({ value: id, text: name })),
          ]}
        />
        <Button kind="secondary">{say('next')}</Button>
      </form>
      {from && <Rest {...{ page, agencies, from, teams, form }} />}
    </SettingsFrame>
  )
}

function Rest({
  page,
  agencies,
  from,
  teams,
  form,
}: Omit<Props, 'may' | 'from'> & { from: NonNullable<Props['from']> }) {
  const say = words(page.locale)
  const { problems } = form
  const { name } = from
  const others = agencies.filter(({ id }) => id !== from.id)
  return (
    <form method="post" action="/settings/reorganisations" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="fromAgencyId" value={from.id} />
      <Select
        name="toAgencyId"
        label={say('to')}
        value={typedText(form, 'toAgencyId')}
        error={problemOf(problems, 'toAgencyId', say)}
        items={[
          { value: '', text: say('choose-agency') },
          ...others.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Radios
        name="extent"
        legend={{ text: say('extent'), size: 's' }}
        value={typedText(form, 'extent')}
        error={problemOf(problems, 'extent', say)}
        items={[
          { value: 'all', text: say('extent-all'), hint: say('extent-all-hint', { name }) },
          teams.length > 0 && { value: 'teams', text: say('extent-teams'), hint: say('extent-teams-hint') },
        ]}
      />
      {teams.length === 0 ? (
        <p class="govuk-body">{say('no-teams', { name })}</p>
      ) : (
        <Checkboxes
          name="teams"
          legend={{ text: say('teams'), size: 's' }}
          isSmall
          values={typedList(form, 'teams')}
          error={problemOf(problems, 'teams', say)}
          items={teams.map((team) => ({ value: team.id, text: team.name }))}
        />
      )}
      <Textarea
        name="reason"
        label={say('reason')}
        hint={say('reason-hint')}
        rows={3}
        value={typedText(form, 'reason')}
        error={problemOf(problems, 'reason', say)}
      />
      <p class="govuk-body">{say('keep-text')}</p>
      <Button preventDoubleClick>{say('keep')}</Button>
    </form>
  )
}
