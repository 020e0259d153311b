import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Checkboxes,
  Details,
  Empty,
  Input,
  Link,
  problemOf,
  Row,
  RowHead,
  StatusTag,
  Table,
  WarningText,
} from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Colleague } from '../queries/accounts.ts'
import type { Team } from '../queries/teams.ts'
import { words } from '../words.ts'
import { AgencyChoice, type AgencyChoiceProps } from './agency-choice.tsx'
import { SettingsFrame } from './settings-frame.tsx'

interface ListProps {
  page: PageContext
  may: ReadonlySet<string>
  teams: readonly Team[]
  choice: Pick<AgencyChoiceProps, 'agencies' | 'agencyId'>
  form: FormState<unknown>
  done?: string | undefined
}

export function TeamsPage({ page, may, teams, choice, form, done }: ListProps) {
  const say = words(page.locale)
  const { problems } = form
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('teams.title')}
      sub={say('teams.sub')}
      problems={problems}
      done={done}
    >
      <AgencyChoice page={page} action="/settings/teams" {...choice} />
      {teams.length === 0 ? (
        <Empty title={say('teams.empty')}>
          <p>{say('teams.empty.text')}</p>
        </Empty>
      ) : (
        <Table
          caption={say('teams.title')}
          isCaptionHidden
          columns={[{ text: say('team.name') }, { text: say('team.members') }]}
        >
          {teams.map(({ id, name, members, closedOn, isReceiving }) => (
            <Row>
              <RowHead>
                <Link class="tl-link" href={`/settings/teams/${id}`}>
                  {name}
                </Link>{' '}
                {isReceiving && <StatusTag tone="accent">{say('team.receives')}</StatusTag>}
                {closedOn && (
                  <StatusTag>{say('agency.closed-on', { day: formatDay(page.locale, closedOn) })}</StatusTag>
                )}
              </RowHead>
              <Cell label={say('team.members')}>
                {members.length > 0 ? members.map((member) => member.name).join(', ') : say('team.nobody')}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
      <form method="post" action="/settings/teams" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="agencyId" value={choice.agencyId} />
        <Input
          name="name"
          label={say('team.new')}
          value={typedText(form, 'name')}
          error={problemOf(problems, 'name', say)}
          width={20}
        />
        <Button>{say('team.add')}</Button>
      </form>
    </SettingsFrame>
  )
}

interface TeamProps {
  page: PageContext
  may: ReadonlySet<string>
  team: Team
  colleagues: readonly Colleague[]
  form: FormState<unknown>
  done?: string | undefined
}

export function TeamPage({ page, may, team, colleagues, form, done }: TeamProps) {
  const say = words(page.locale)
  const { problems } = form
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={team.name}
      back={{ href: `/settings/teams?agency=${team.agencyId}`, text: say('teams.title') }}
      problems={problems}
      done={done}
    >
      <form method="post" action={`/settings/teams/${team.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || team.version} />
        <Input
          name="name"
          label={say('team.name')}
          value={typedText(form, 'name')}
          error={problemOf(problems, 'name', say)}
          width={20}
        />
        {colleagues.length === 0 ? (
          <p class="govuk-body">{say('team.no-colleagues')}</p>
        ) : (
          <Checkboxes
            name="members"
            legend={{ text: say('team.members'), size: 'm' }}
            hint={say('team.members.hint')}
            isSmall
            values={typedList(form, 'members')}
            items={colleagues.map(({ id, name, jobTitle }) => ({
              value: id,
              text: jobTitle ? `${name}, ${jobTitle}` : name,
            }))}
          />
        )}
        <Button>{say('save')}</Button>
      </form>
      {!team.closedOn && (
        <Details summary={say('team.close')}>
          <WarningText>{say(team.isReceiving ? 'team.close.receives' : 'team.close.warning')}</WarningText>
          {!team.isReceiving && (
            <form method="post" action={`/settings/teams/${team.id}/close`}>
              <input type="hidden" name="formId" value={newId()} />
              <input type="hidden" name="version" value={team.version} />
              <Button kind="warning">{say('team.close')}</Button>
            </form>
          )}
        </Details>
      )}
    </SettingsFrame>
  )
}
