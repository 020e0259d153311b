import { type Account, type Agency, SettingsFrame } from '../../agencies/index.ts'
import {
  Button,
  Cell,
  Empty,
  Input,
  Link,
  Pager,
  Row,
  RowHead,
  Select,
  StatusTag,
  Table,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  users: readonly Account[]
  /** Those a coordinator may choose between. */
  agencies: readonly Agency[]
  search: { q: string; agencyId: string; isOn: boolean; isFirst: boolean }
  /** The last one shown, when there are more. */
  next: string | undefined
  done?: string | undefined
}

export function UsersPage({ page, may, users, agencies, search, next, done }: Props) {
  const say = words(page.locale)
  const addressOf = (more: Record<string, string>) =>
    `/settings/users?${new URLSearchParams({ agency: search.agencyId, q: search.q, ...more })}`
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('users')}
      actions={
        <>
          <Button href={`/settings/users/new?agency=${search.agencyId}`}>{say('invite')}</Button>
          <Button kind="secondary" href="/settings/users/list">
            {say('list.title')}
          </Button>
        </>
      }
      done={done && say('invite.done')}
    >
      <form class="tl-filter" method="get" action="/settings/users">
        <div class="tl-filter__row">
          {agencies.length > 1 && (
            <Select
              name="agency"
              label={say('agency')}
              value={search.agencyId}
              items={agencies.map(({ id, name }) => ({ value: id, text: name }))}
            />
          )}
          <Input name="q" type="search" label={say('search')} hint={say('search.hint')} value={search.q} />
          <Button kind="secondary">{say('find')}</Button>
        </div>
      </form>
      {users.length === 0 ? (
        <Empty title={say(search.isOn ? 'users.none-found' : 'users.empty')} isAnswer={search.isOn}>
          <p>{search.isOn ? <Link href={addressOf({ q: '' })}>{say('users.all')}</Link> : say('users.empty.text')}</p>
        </Empty>
      ) : (
        <>
          <UserTable page={page} users={users} />
          <Pager
            shown={say('users.shown', { count: users.length })}
            previous={search.isFirst ? undefined : { href: addressOf({}), text: say('users.first') }}
            next={next ? { href: addressOf({ after: next }), text: say('users.next') } : undefined}
          />
        </>
      )}
    </SettingsFrame>
  )
}

function UserTable({ page, users }: Pick<Props, 'page' | 'users'>) {
  const say = words(page.locale)
  return (
    <Table
      caption={say('users')}
      isCaptionHidden
      columns={[{ text: say('name') }, { text: say('roles') }, { text: say('email') }, { text: say('state') }]}
    >
      {users.map((user) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/settings/users/${user.id}`}>
              {user.name}
            </Link>
            {user.jobTitle && <small>{user.jobTitle}</small>}
          </RowHead>
          <Cell label={say('roles')}>{user.roles.map((role) => say(`role.${role}` as 'role.WORKER')).join(', ')}</Cell>
          <Cell label={say('email')}>{user.email}</Cell>
          <Cell label={say('state')}>
            <StateTag page={page} user={user} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** In use, invited, or shut out. */
export function StateTag({ page, user }: { page: PageContext; user: Account }) {
  const say = words(page.locale)
  if (user.disabledAt) return <StatusTag>{say('state.disabled')}</StatusTag>
  if (user.invitedAt) return <StatusTag tone="warn">{say('state.invited')}</StatusTag>
  return <StatusTag tone="good">{say('state.active')}</StatusTag>
}
