import type { PropsWithChildren } from 'hono/jsx'
import { Button, Link } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

type Props = PropsWithChildren<{ page: PageContext; title: string; hasProblems?: boolean }>

const places = [
  { href: '/me', text: 'nav.record' },
  { href: '/me/handover', text: 'nav.handover' },
  { href: '/me/plan', text: 'nav.plan' },
  { href: '/me/licence', text: 'nav.licence' },
  { href: '/me/family', text: 'nav.family' },
  { href: '/me/say', text: 'nav.say' },
  { href: '/me/survey', text: 'nav.survey' },
  { href: '/me/looks', text: 'nav.looks' },
  { href: '/me/complaint', text: 'nav.complaint' },
] as const

/**
 * The frame of the person's pages: no menu of the workers, and the way to stop before anything else. What the page is for
 * comes next; the list of all pages stands after it, one link away: nine links would fill the screen of a phone.
 */
export function PersonLayout({ page, title, hasProblems, children }: Props) {
  const say = words(page.locale)
  const path = page.path.split('?')[0]
  return (
    <Layout page={page} title={title} isWithoutMenu hasProblems={hasProblems}>
      <form method="post" action="/me/stop" class="tl-stays">
        <Button kind="warning">{say('stop')}</Button>
      </form>
      <ul class="tl-places">
        <Place href={path === '/me' ? '/me/say' : '/me'} text={say(path === '/me' ? 'nav.say' : 'nav.record')} />
        <Place href="#pages" text={say('nav')} />
      </ul>
      <h1 class="govuk-heading-xl">{title}</h1>
      <div class="tl-own">{children}</div>
      <nav id="pages" class="tl-noprint" aria-labelledby="h-pages">
        <h2 class="govuk-heading-m" id="h-pages">
          {say('nav')}
        </h2>
        <ul class="tl-places">
          {places.map(({ href, text }) => (
            <Place href={href} text={say(text)} isHere={href === path} />
          ))}
        </ul>
      </nav>
    </Layout>
  )
}

function Place({ href, text, isHere = false }: { href: string; text: string; isHere?: boolean }) {
  return (
    <li>
      <Link class="" href={href} attributes={{ 'aria-current': isHere ? 'page' : undefined }}>
        {text}
      </Link>
    </li>
  )
}
