import { SettingsFrame } from '../../agencies/index.ts'
import type { Token } from '../../integrations/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Details,
  Empty,
  Input,
  Link,
  problemOf,
  Row,
  RowHead,
  Section,
  Table,
} from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Webhook } from '../queries/webhooks.ts'
import { words } from '../words.ts'
import { EventsField, type Shown } from './events-field.tsx'
import { WebhookState } from './state.tsx'

export interface WebhooksProps {
  page: PageContext
  may: ReadonlySet<string>
  token: Pick<Token, 'id' | 'name'>
  webhooks: readonly Webhook[]
  form: Shown
  done: string | undefined
}

/** The webhooks of one integration, and a form for one more. */
export function WebhooksPage({ page, may, token, webhooks, form, done }: WebhooksProps) {
  const say = words(page.locale)
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('title', { name: token.name })}
      sub={say('sub')}
      back={{ href: '/settings/integrations', text: say('back') }}
      problems={form.problems}
      say={say}
      done={done}
    >
      {webhooks.length === 0 ? (
        <Empty title={say('none.title')}>
          <p class="govuk-body">{say('none.text')}</p>
        </Empty>
      ) : (
        <Webhooks page={page} webhooks={webhooks} />
      )}
      <Section id="new" title={say('new.title')}>
        <Details summary={say('help')}>
          <p class="govuk-body">{say('help.body')}</p>
          <p class="govuk-body">
            <code class="tl-token">
              {'{"type":"referral.accepted","timestamp":"2026-03-02T09:30:00.000Z","data":{"id":"…","caseId":"…"}}'}
            </code>
          </p>
          <p class="govuk-body">{say('help.signed')}</p>
        </Details>
        <form class="tl-mt" method="post" action={`/settings/integrations/${token.id}/webhooks`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input
            name="url"
            label={say('url')}
            hint={say('url.hint')}
            value={typedText(form, 'url')}
            error={problemOf(form.problems, 'url', say)}
            autocomplete="off"
          />
          <EventsField page={page} form={form} />
          <Button preventDoubleClick>{say('new.button')}</Button>
        </form>
      </Section>
    </SettingsFrame>
  )
}

function Webhooks({ page: { locale }, webhooks }: { page: PageContext; webhooks: readonly Webhook[] }) {
  const say = words(locale)
  const heads = [say('url'), say('c.events'), say('c.last'), say('c.state')]
  return (
    <Table caption={say('list')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {webhooks.map((webhook) => (
        <Row>
          <RowHead>
            <Link class="tl-link tl-token" href={`/settings/integrations/webhooks/${webhook.id}`}>
              {webhook.url}
            </Link>
          </RowHead>
          <Cell label={say('c.events')}>{say('count', { count: webhook.events.length })}</Cell>
          <Cell label={say('c.last')}>
            {webhook.lastTryAt ? formatAt(locale, webhook.lastTryAt, 'brief') : say('never')}
          </Cell>
          <Cell label={say('c.state')}>
            <WebhookState locale={locale} webhook={webhook} />
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
