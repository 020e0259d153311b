import type { PropsWithChildren } from 'hono/jsx'
import { Button, Link } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { words } from '../words.ts'

type Props = PropsWithChildren<{ page: PageContext; title: string; hasProblems?: boolean }>

/** The frame of the person's pages: no menu of the workers, and the way to stop before anything else. */
export function PersonLayout({ page, title, hasProblems, children }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={title} isWithoutMenu hasProblems={hasProblems}>
      <form method="post" action="/me/stop" class="tl-stays">
        <Button kind="warning">{say('stop')}</Button>
      </form>
      <nav aria-label={say('nav')}>
        <ul class="govuk-list govuk-body-l">
          <li>
            <Link href="/me">{say('nav.record')}</Link>
          </li>
          <li>
            <Link href="/me/handover">{say('nav.handover')}</Link>
          </li>
          <li>
            <Link href="/me/plan">{say('nav.plan')}</Link>
          </li>
          <li>
            <Link href="/me/licence">{say('nav.licence')}</Link>
          </li>
          <li>
            <Link href="/me/family">{say('nav.family')}</Link>
          </li>
          <li>
            <Link href="/me/say">{say('nav.say')}</Link>
          </li>
          <li>
            <Link href="/me/survey">{say('nav.survey')}</Link>
          </li>
          <li>
            <Link href="/me/looks">{say('nav.looks')}</Link>
          </li>
          <li>
            <Link href="/me/complaint">{say('nav.complaint')}</Link>
          </li>
        </ul>
      </nav>
      <h1 class="govuk-heading-xl">{title}</h1>
      {children}
    </Layout>
  )
}
