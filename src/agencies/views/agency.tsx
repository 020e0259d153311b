import { newId } from '../../platform/ids.ts'
import {
  Button,
  Details,
  Input,
  problemOf,
  Select,
  SummaryList,
  WarningText,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { agencyKindLabel } from '../labels.ts'
import type { KnownAgency } from '../queries/agencies.ts'
import type { Team } from '../queries/teams.ts'
import { words } from '../words.ts'
import { SettingsFrame } from './settings-frame.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agency: KnownAgency
  teams: readonly Team[]
  isOwn: boolean
  form: FormState<unknown>
  done?: string | undefined
}

const fields = [
  { name: 'name', autocomplete: 'organization', width: 30 },
  { name: 'phone', type: 'tel', width: 20 },
  { name: 'email', type: 'email', width: 30 },
  { name: 'place', width: 30 },
  { name: 'personTerm', hint: 'agency.personTerm.hint', width: 20 },
] as const

export function AgencyPage({ page, may, agency, teams, isOwn, form, done }: Props) {
  const say = words(page.locale)
  const { problems } = form
  const open = teams.filter(({ closedOn }) => !closedOn)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={agency.name}
      back={{ href: '/settings/agencies', text: say('agencies.title') }}
      problems={problems}
      done={done}
    >
      <SummaryList
        rows={[
          { key: say('agency.kind'), value: agencyKindLabel(page.locale, agency.kind) },
          { key: say('agency.code'), value: agency.code },
        ]}
      />
      <form method="post" action={`/settings/agencies/${agency.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || agency.version} />
        {fields.map(({ name, ...field }) => (
          <Input
            name={name}
            label={say(`agency.${name}`)}
            value={typedText(form, name)}
            error={problemOf(problems, name, say)}
            width={field.width}
            type={'type' in field ? field.type : 'text'}
            hint={'hint' in field ? say(field.hint) : undefined}
          />
        ))}
        {agency.kind === 'prison' && (
          <Select
            name="receivingTeamId"
            label={say('agency.receivingTeam')}
            hint={say('agency.receivingTeam.hint')}
            value={typedText(form, 'receivingTeamId')}
            items={[
              { value: '', text: say('agency.receivingTeam.none') },
              ...open.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        )}
        <Button>{say('save')}</Button>
      </form>
      {may.has('coordinate the partnership') && !isOwn && <OpenOrClose page={page} agency={agency} />}
    </SettingsFrame>
  )
}

function OpenOrClose({ page, agency }: Pick<Props, 'page' | 'agency'>) {
  const say = words(page.locale)
  const act = agency.closedOn ? 'reopen' : 'close'
  return (
    <Details summary={say(`agency.${act}`)}>
      <WarningText>{say(`agency.${act}.warning`)}</WarningText>
      <form method="post" action={`/settings/agencies/${agency.id}/${act}`}>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={agency.version} />
        <Button kind={act === 'close' ? 'warning' : 'secondary'}>{say(`agency.${act}`)}</Button>
      </form>
    </Details>
  )
}
