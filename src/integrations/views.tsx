import { SettingsFrame } from '../agencies/index.ts'
import { dayAt } from '../platform/calendar-day.ts'
import { formatDay } from '../platform/dates.ts'
import { newId } from '../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Cell,
  Empty,
  Input,
  InsetText,
  Link,
  problemOf,
  Radios,
  Row,
  RowHead,
  Section,
  StatusTag,
  Table,
  WayOn,
} from '../platform/web/components/index.ts'
import { type FormState, typedText } from '../platform/web/form.ts'
import type { PageContext } from '../platform/web/page-context.ts'
import type { Opens, Token } from './queries.ts'
import { words } from './words.ts'

interface Common {
  page: PageContext
  may: ReadonlySet<string>
}

interface ListProps extends Common {
  tokens: readonly Token[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone?: boolean
}

/** The agency's tokens, and a form for one more. */
export function IntegrationsPage({ page, may, tokens, form, isDone }: ListProps) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('title')}
      sub={
        <>
          {say('sub')} <Link href="/api">{say('reference')}</Link>
        </>
      }
      problems={form.problems}
      say={say}
      done={isDone ? say('end.done') : undefined}
    >
      {tokens.length === 0 ? (
        <Empty title={say('none.title')}>
          <p class="govuk-body">{say('none.text')}</p>
        </Empty>
      ) : (
        <Tokens page={page} tokens={tokens} />
      )}
      <Section id="new" title={say('new.title')}>
        <form class="tl-mt" method="post" action="/settings/integrations" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input
            name="name"
            label={say('new.name')}
            hint={say('new.hint')}
            value={typedText(form, 'name')}
            error={problemOf(form.problems, 'name', say)}
            width={20}
            autocomplete="off"
          />
          <Radios
            name="opens"
            legend={say('new.opens')}
            value={typedText(form, 'opens') || 'api'}
            items={[
              { value: 'api', text: say('opens.api'), hint: say('opens.api.hint') },
              { value: 'scim', text: say('opens.scim'), hint: say('opens.scim.hint') },
            ]}
          />
          <Button preventDoubleClick>{say('new.button')}</Button>
        </form>
      </Section>
    </SettingsFrame>
  )
}

function Tokens({ page: { locale }, tokens }: { page: PageContext; tokens: readonly Token[] }) {
  const say = words(locale)
  return (
    <Table
      caption={say('list')}
      isCaptionHidden
      columns={[{ text: say('name') }, { text: say('made') }, { text: say('seen') }, { text: say('state') }]}
    >
      {tokens.map(({ id, name, opens, madeAt, madeByName, seenOn, revokedAt }) => (
        <Row>
          <RowHead>
            {name}
            <small>{say(`opens.${opens}`)}</small>
          </RowHead>
          <Cell label={say('made')}>{say('made-by', { day: formatDay(locale, dayAt(madeAt)), name: madeByName })}</Cell>
          <Cell label={say('seen')}>{seenOn ? formatDay(locale, seenOn) : say('never')}</Cell>
          <Cell label={say('state')}>
            {revokedAt ? (
              say('revoked', { day: formatDay(locale, dayAt(revokedAt)) })
            ) : (
              <>
                <StatusTag tone="good">{say('in-force')}</StatusTag>{' '}
                {opens === 'api' && (
                  <>
                    <Link class="tl-link" href={`/settings/integrations/${id}/webhooks`}>
                      {say('webhooks')}
                      <span class="govuk-visually-hidden"> {say('webhooks-hidden', { name })}</span>
                    </Link>{' '}
                  </>
                )}
                <Link class="tl-link" href={`/settings/integrations/${id}/end`}>
                  {say('revoke')}
                  <span class="govuk-visually-hidden"> {say('revoke-hidden', { name })}</span>
                </Link>
              </>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

/** The one time that a token is seen. */
export function TokenMadePage({
  page,
  may,
  name,
  token,
  opens,
  publicUrl,
}: Common & Record<'name' | 'token' | 'publicUrl', string> & { opens: Opens }) {
  const say = words(page.locale)
  return (
    <SettingsFrame page={page} may={may} title={say('made.title', { name })}>
      <p class="govuk-body">{say('made.text')}</p>
      <InsetText>
        {say('made.label')} <br />
        <code class="tl-token">{token}</code>
      </InsetText>
      <p class="govuk-body">{say(opens === 'scim' ? 'made.scim' : 'made.use')}</p>
      <p class="govuk-body">
        <code class="tl-token">
          {opens === 'scim' ? `${publicUrl}/scim/v2` : `curl -H 'Authorization: Bearer …' ${publicUrl}/api/v1/caseload`}
        </code>
      </p>
      <p class="govuk-body">{say('made.lost')}</p>
      <WayOn href="/settings/integrations">{say('made.back')}</WayOn>
    </SettingsFrame>
  )
}

/** Asks before a system is shut out. */
export function EndTokenPage({ page, may, token: { id, name } }: Common & { token: Pick<Token, 'id' | 'name'> }) {
  const say = words(page.locale)
  return (
    <SettingsFrame page={page} may={may} title={say('end.title', { name })}>
      <p class="govuk-body">{say('end.text')}</p>
      <form method="post" action={`/settings/integrations/${id}/end`}>
        <input type="hidden" name="formId" value={newId()} />
        <ButtonGroup>
          <Button kind="warning" preventDoubleClick>
            {say('end.button')}
          </Button>
          <Link href="/settings/integrations">{say('end.cancel')}</Link>
        </ButtonGroup>
      </form>
    </SettingsFrame>
  )
}
