import { Button, Link, PlainList } from '../../../platform/web/components/index.ts'
import { Layout } from '../../../platform/web/layout.tsx'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { words } from '../../words.ts'

/** Where somebody is led whose agency asks for a second step, while they have none. */
export function FirstPage({
  page,
  isDone,
  mayHavePasskey,
}: {
  page: PageContext
  isDone: boolean
  mayHavePasskey: boolean
}) {
  const say = words(page.locale)
  const ways = [
    ...(mayHavePasskey ? [{ way: 'passkey', href: '/account/passkeys' } as const] : []),
    { way: 'code', href: '/account/second-step' } as const,
  ]
  return (
    <Layout page={page} title={say('first.title')} isWithoutMenu={!isDone}>
      <h1 class="govuk-heading-l">{say('first.title')}</h1>
      <p class="govuk-body">{say(isDone ? 'first.is-on' : 'first.text')}</p>
      {isDone ? (
        <Button href="/sign-in">{say('first.go')}</Button>
      ) : (
        <PlainList>
          {ways.map(({ way, href }) => (
            <li>
              <Link class="tl-link tl-link--strong" href={href}>
                {say(`first.${way}`)}
              </Link>
              <br />
              {say(`first.${way}.text`)}
            </li>
          ))}
        </PlainList>
      )}
    </Layout>
  )
}
