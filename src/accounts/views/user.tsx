import { type Account, isAppointed, SettingsFrame } from '../../agencies/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import type { Actor } from '../../platform/database.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Link, Section, SummaryList, WarningText } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'
import { LineField, LocaleField } from './fields.tsx'
import { StateTag } from './users.tsx'

interface Props {
  page: PageContext
  actor: Actor
  user: Account
  form: FormState<unknown>
  done?: string | undefined
}

export function UserPage({ page, actor, user, form, done }: Props) {
  const say = words(page.locale)
  const isOwn = user.id === actor.userId
  const mayCoordinate = actor.may.has('coordinate the partnership')
  const isKept = !isOwn && (mayCoordinate || !user.roles.some(isAppointed))
  const roleNames = user.roles.map((role) => say(`role.${role}` as 'role.WORKER')).join(', ')
  const change = { href: `/settings/users/${user.id}/access`, text: say('change'), hiddenText: say('roles') }
  return (
    <SettingsFrame
      page={page}
      may={actor.may}
      title={user.name}
      back={{ href: `/settings/users?agency=${user.agencyId}`, text: say('users') }}
      problems={form.problems}
      say={say}
      done={done}
    >
      <SummaryList
        rows={[
          { key: say('agency'), value: user.agencyName },
          { key: say('email'), value: user.email },
          { key: say('roles'), value: roleNames, actions: isKept ? [change] : undefined },
          { key: say('state'), value: <StateTag page={page} user={user} /> },
        ]}
      />
      {isOwn && (
        <p class="govuk-body">
          {say('own')} <Link href="/account">{say('own.link')}</Link>
        </p>
      )}
      <form method="post" action={`/settings/users/${user.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || user.version} />
        <LineField page={page} form={form} name="name" autocomplete="off" />
        <LineField page={page} form={form} name="jobTitle" autocomplete="off" />
        <LineField page={page} form={form} name="phone" type="tel" autocomplete="off" />
        <LocaleField page={page} form={form} />
        <Button>{say('save')}</Button>
      </form>
      {isKept && <Access page={page} user={user} />}
    </SettingsFrame>
  )
}

function Access({ page, user }: Pick<Props, 'page' | 'user'>) {
  const say = words(page.locale)
  if (user.disabledAt) {
    return (
      <Section id="access" title={say('access')}>
        <p class="govuk-body">
          {say('access.disabled', { day: formatDay(page.locale, dayAt(user.disabledAt), 'long') })}
        </p>
        <Act user={user} verb="enable" text={say('enable')} />
      </Section>
    )
  }
  return (
    <Section id="access" title={say('access')}>
      <p class="govuk-body">{say(user.invitedAt ? 'access.invited' : 'access.link')}</p>
      <Act user={user} verb="invite" text={say('invite.again')} />
      <p class="govuk-body">{say('second-step')}</p>
      <Act user={user} verb="second-step-off" text={say('second-step.off')} />
      <WarningText>{say('disable.warning')}</WarningText>
      <Act user={user} verb="disable" text={say('disable')} isWarning />
    </Section>
  )
}

function Act({ user, verb, text, isWarning }: { user: Account; verb: string; text: string; isWarning?: boolean }) {
  return (
    <form method="post" action={`/settings/users/${user.id}/${verb}`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="version" value={user.version} />
      <Button kind={isWarning ? 'warning' : 'secondary'}>{text}</Button>
    </form>
  )
}
