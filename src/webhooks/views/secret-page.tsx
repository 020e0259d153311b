import { SettingsFrame } from '../../agencies/index.ts'
import { InsetText, WayOn } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

export interface SecretProps {
  page: PageContext
  may: ReadonlySet<string>
  id: string
  secret: string
  isNew: boolean
}

/** The one time that a secret is seen. */
export function SecretPage({ page, may, id, secret, isNew }: SecretProps) {
  const say = words(page.locale)
  return (
    <SettingsFrame page={page} may={may} title={say('secret.title')}>
      <p class="govuk-body">{say('secret.text')}</p>
      <InsetText>
        {say('secret.label')} <br />
        <code class="tl-token">{secret}</code>
      </InsetText>
      <p class="govuk-body">{say('secret.use')}</p>
      {!isNew && <p class="govuk-body">{say('secret.both')}</p>}
      <WayOn href={`/settings/integrations/webhooks/${id}`}>{say('secret.next')}</WayOn>
    </SettingsFrame>
  )
}
