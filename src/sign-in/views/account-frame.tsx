import type { Child } from 'hono/jsx'
import { Columns, NotificationBanner, ProblemSummary, SubNavigation } from '../../platform/web/components/index.ts'
import type { Problem } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Say } from '../../platform/words.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  title: string
  here: 'details' | 'password' | 'passkeys' | 'second-step' | 'sessions' | 'calendar' | 'news'
  problems?: readonly Problem[] | undefined
  /** Turns the problems' keys into words. */
  say?: Say<never> | undefined
  /** What has just been done. */
  done?: string | undefined
  children?: Child
}

/** The frame of the pages about one's own account. */
export function AccountFrame({ page, title, here, problems = [], say, done, children }: Props) {
  const own = words(page.locale)
  const places = [
    { href: '/account', text: own('account.details'), isCurrent: here === 'details' },
    { href: '/account/password', text: own('account.password'), isCurrent: here === 'password' },
    { href: '/account/passkeys', text: own('account.passkeys'), isCurrent: here === 'passkeys' },
    { href: '/account/second-step', text: own('account.second-step'), isCurrent: here === 'second-step' },
    { href: '/account/sessions', text: own('account.sessions'), isCurrent: here === 'sessions' },
    { href: '/account/calendar', text: own('account.calendar'), isCurrent: here === 'calendar' },
    { href: '/account/news', text: own('account.news'), isCurrent: here === 'news' },
  ]
  return (
    <Layout
      page={page}
      title={title}
      hasProblems={problems.length > 0}
      subNavigation={<SubNavigation label={own('account')} items={places} />}
    >
      <Columns
        main={
          <>
            <ProblemSummary problems={problems} say={say ?? own} />
            {done && <NotificationBanner isSuccess text={done} />}
            <h1 class="govuk-heading-l">{title}</h1>
            {children}
          </>
        }
      />
    </Layout>
  )
}
