import type { Child } from 'hono/jsx'
import {
  BackLink,
  NotificationBanner,
  PageHead,
  ProblemSummary,
  SubNavigation,
} from '../../platform/web/components/index.ts'
import type { Problem } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { settingsPlaces } from '../settings-places.ts'
import { words } from '../words.ts'

export interface SettingsFrameProps {
  page: PageContext
  /** What the reader may do: it says which places they are offered. */
  may: ReadonlySet<string>
  title: string
  sub?: Child
  actions?: Child
  back?: { href: string; text: string } | undefined
  problems?: readonly Problem[] | undefined
  /** Turns the problems' keys into words. */
  say?: ((key: never) => string) | undefined
  /** What has just been done. */
  done?: string | undefined
  children?: Child
}

/** The frame of every page of settings. */
export function SettingsFrame(props: SettingsFrameProps) {
  const { page, may, title, sub, actions, back, problems = [], say, done, children } = props
  const own = words(page.locale)
  const path = page.path.split('?')[0]!
  const items = settingsPlaces(may).map(({ href, name }) => ({
    href,
    text: own(name),
    isCurrent: path === href || path.startsWith(`${href}/`),
  }))
  return (
    <Layout
      page={page}
      title={title}
      hasProblems={problems.length > 0}
      subNavigation={<SubNavigation label={own('settings')} items={items} />}
    >
      {back && <BackLink href={back.href}>{back.text}</BackLink>}
      <ProblemSummary problems={problems} say={say ?? own} />
      {done && <NotificationBanner isSuccess text={done} />}
      <PageHead title={title} sub={sub} actions={actions} />
      {children}
    </Layout>
  )
}
