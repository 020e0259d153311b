import { SettingsFrame } from '../../agencies/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Details, Note, Section, SummaryList } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Message } from '../queries/messages.ts'
import type { Webhook } from '../queries/webhooks.ts'
import { words } from '../words.ts'
import { EventsField, type Shown } from './events-field.tsx'
import { MessageLog } from './message-log.tsx'
import { WebhookState } from './state.tsx'

export interface WebhookProps {
  page: PageContext
  may: ReadonlySet<string>
  webhook: Webhook
  messages: readonly Message[]
  /** The id after which the older ones begin. */
  older: string | undefined
  form: Shown
  done: string | undefined
}

/** One webhook: how it stands, what it sent, what it is told. */
export function WebhookPage({ page, may, webhook, messages, older, form, done }: WebhookProps) {
  const say = words(page.locale)
  const { id, tokenId, tokenName, url, offBecause } = webhook
  const own = `/settings/integrations/webhooks/${id}`
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('one.title', { host: new URL(url).host })}
      back={{ href: `/settings/integrations/${tokenId}/webhooks`, text: say('title', { name: tokenName }) }}
      problems={form.problems}
      say={say}
      done={done}
    >
      {(offBecause === 'FAILING' || offBecause === 'GONE') && (
        <Note title={say(`off.${offBecause}`)} tone="warn">
          <p class="govuk-body">{say('off.next')}</p>
        </Note>
      )}
      <Facts page={page} webhook={webhook} />
      <div class="govuk-button-group">
        {offBecause ? (
          <Act action={`${own}/on`} text={say('on')} />
        ) : (
          <>
            <Act action={`${own}/test`} text={say('test')} isQuiet />
            <Act action={`${own}/off`} text={say('off')} isQuiet />
          </>
        )}
      </div>
      <Section id="log" title={say('log.title')}>
        <MessageLog page={page} webhook={webhook} messages={messages} older={older} />
      </Section>
      <Section id="choice" title={say('choice.title')}>
        <form class="tl-mt" method="post" action={`${own}/events`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <EventsField page={page} form={form} />
          <Button preventDoubleClick>{say('choice.button')}</Button>
        </form>
      </Section>
      <Section id="more" title={say('more.title')}>
        <Details summary={say('renew')}>
          <p class="govuk-body">{say('renew.text')}</p>
          <Act action={`${own}/secret`} text={say('renew.button')} isQuiet />
        </Details>
        <Details summary={say('remove')}>
          <p class="govuk-body">{say('remove.text')}</p>
          <Act action={`${own}/removal`} text={say('remove.button')} isQuiet />
        </Details>
      </Section>
    </SettingsFrame>
  )
}

function Facts({ page: { locale }, webhook }: { page: PageContext; webhook: Webhook }) {
  const say = words(locale)
  const { url, madeAt, madeByName, failingSince, offAt, oldSecretUntil, waiting } = webhook
  return (
    <SummaryList
      rows={[
        { key: say('url'), value: <span class="tl-token">{url}</span> },
        { key: say('c.state'), value: <WebhookState locale={locale} webhook={webhook} /> },
        offAt && { key: say('f.off'), value: formatAt(locale, offAt, 'brief') },
        failingSince && { key: say('f.failing'), value: formatAt(locale, failingSince, 'brief') },
        { key: say('f.waiting'), value: say('messages', { count: waiting }) },
        oldSecretUntil && { key: say('f.old-secret'), value: formatAt(locale, oldSecretUntil, 'brief') },
        { key: say('f.made'), value: say('made-by', { at: formatAt(locale, madeAt, 'brief'), name: madeByName }) },
      ]}
    />
  )
}

function Act({ action, text, isQuiet = false }: { action: string; text: string; isQuiet?: boolean }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="formId" value={newId()} />
      <Button kind={isQuiet ? 'secondary' : undefined} preventDoubleClick>
        {text}
      </Button>
    </form>
  )
}
