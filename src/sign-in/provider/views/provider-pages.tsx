import { BackLink, Button, Empty, Link, PlainList, WayOn } from '../../../platform/web/components/index.ts'
import { Layout } from '../../../platform/web/layout.tsx'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { words } from '../../words.ts'

interface ChoiceProps {
  page: PageContext
  agencies: readonly { id: string; name: string }[]
  back: string | undefined
}

/** Which agency somebody works for, of those that let their workers in themselves. */
export function AgencyChoicePage({ page, agencies, back }: ChoiceProps) {
  const say = words(page.locale)
  const query = back ? `?back=${encodeURIComponent(back)}` : ''
  return (
    <Layout page={page} title={say('provider.door')}>
      <BackLink href="/sign-in">{say('back-to-sign-in')}</BackLink>
      <h1 class="govuk-heading-l">{say('provider.door')}</h1>
      {agencies.length === 0 ? (
        <Empty title={say('provider.none')}>
          <p class="govuk-body">{say('provider.none.text')}</p>
        </Empty>
      ) : (
        <>
          <p class="govuk-body">{say('provider.choose')}</p>
          <PlainList>
            {agencies.map(({ id, name }) => (
              <li>
                <Link class="tl-link tl-link--strong" href={`/sign-in/agency/${id}${query}`}>
                  {name}
                </Link>
              </li>
            ))}
          </PlainList>
        </>
      )}
    </Layout>
  )
}

interface TroubleProps {
  page: PageContext
  agencyId: string
  agencyName: string
  trouble: 'down' | 'refused' | 'unknown'
}

/** Somebody could not come in through their agency: what that means, and what to do. */
export function ProviderTroublePage({ page, agencyId, agencyName, trouble }: TroubleProps) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('wrong.title')}>
      <h1 class="govuk-heading-l">{say('wrong.title')}</h1>
      <p class="govuk-body">{say(`provider.${trouble}`, { agency: agencyName })}</p>
      <WayOn href={`/sign-in/agency/${agencyId}`}>{say('provider.again')}</WayOn>
      <WayOn href="/sign-in">{say('provider.password')}</WayOn>
    </Layout>
  )
}

/** Somebody proved again who they are; the page that asked for it is still open. */
export function ProvedPage({ page, back }: { page: PageContext; back: string | undefined }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('provider.proved.title')}>
      <h1 class="govuk-heading-l">{say('provider.proved.title')}</h1>
      <p class="govuk-body">{say('provider.proved.text')}</p>
      {back && <Button href={back}>{say('first.go')}</Button>}
    </Layout>
  )
}
