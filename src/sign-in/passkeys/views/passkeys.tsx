import { formatAt } from '../../../platform/dates.ts'
import { newId } from '../../../platform/ids.ts'
import {
  Cell,
  Empty,
  Input,
  Link,
  PasskeyForm,
  problemOf,
  Row,
  RowHead,
  Section,
  Table,
} from '../../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../../platform/web/form.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { AccountFrame } from '../../views/account-frame.tsx'
import { words } from '../../words.ts'
import type { OwnPasskey } from '../queries.ts'

interface Props {
  page: PageContext
  passkeys: readonly OwnPasskey[]
  form: FormState<unknown>
  done: string | undefined
  /** The site has a name, to which passkeys can belong. */
  isPossible: boolean
}

/** One's own passkeys: which there are, and one more. */
export function PasskeysPage({ page, passkeys, form, done, isPossible }: Props) {
  const say = words(page.locale)
  const said = done === 'added' || done === 'removed' || done === 'renamed' ? say(`passkey.done.${done}`) : undefined
  return (
    <AccountFrame page={page} title={say('passkey.title')} here="passkeys" problems={form.problems} done={said}>
      <p class="govuk-body">{say('passkey.what')}</p>
      {passkeys.length === 0 ? (
        <Empty title={say('passkey.none')}>
          <p class="govuk-body">{say('passkey.none.text')}</p>
        </Empty>
      ) : (
        <Passkeys page={page} passkeys={passkeys} />
      )}
      <Section id="new" title={say('passkey.add')}>
        <p class="govuk-body" data-passkey-instead={isPossible}>
          {say(isPossible ? 'passkey.cannot' : 'passkey.no-place')}
        </p>
        {isPossible && (
          <PasskeyForm
            action="/account/passkeys"
            name="passkey"
            challenge="/account/passkeys/challenge"
            button={say('passkey.make')}
            trouble={say('passkey.not-made')}
          >
            <input type="hidden" name="formId" value={newId()} />
            <Input
              name="name"
              label={say('passkey.name')}
              hint={say('passkey.name.hint')}
              width={20}
              autocomplete="off"
              value={typedText(form, 'name')}
              error={problemOf(form.problems, 'name', say)}
            />
          </PasskeyForm>
        )}
      </Section>
    </AccountFrame>
  )
}

function Passkeys({ page: { locale }, passkeys }: Pick<Props, 'page' | 'passkeys'>) {
  const say = words(locale)
  return (
    <Table
      caption={say('passkey.title')}
      isCaptionHidden
      columns={[
        { text: say('passkey.name') },
        { text: say('passkey.made') },
        { text: say('passkey.used') },
        { text: <span class="govuk-visually-hidden">{say('passkey.remove')}</span> },
      ]}
    >
      {passkeys.map(({ id, name, isSynced, madeAt, usedAt }) => (
        <Row>
          <RowHead>
            {name}
            <small>{say(isSynced ? 'passkey.synced' : 'passkey.one-device')}</small>
          </RowHead>
          <Cell label={say('passkey.made')}>{formatAt(locale, madeAt)}</Cell>
          <Cell label={say('passkey.used')}>{usedAt ? formatAt(locale, usedAt) : say('passkey.never')}</Cell>
          <Cell>
            <Link class="tl-link" href={`/account/passkeys/${id}/name`}>
              {say('passkey.rename')}
              <span class="govuk-visually-hidden"> {name}</span>
            </Link>
            <form method="post" action={`/account/passkeys/${id}/removal`}>
              <input type="hidden" name="formId" value={newId()} />
              <button type="submit" class="tl-linklike">
                {say('passkey.remove')}
                <span class="govuk-visually-hidden"> {name}</span>
              </button>
            </form>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
