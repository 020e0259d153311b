import { SettingsFrame } from '../../agencies/index.ts'
import {
  BackLink,
  NotificationBanner,
  PageHead,
  ProblemSummary,
  StatusTag,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { Locale } from '../../platform/words.ts'
import type { AgreementState } from '../agreement-states.ts'
import { words } from '../words.ts'

/** Beside the other places of settings for who coordinates; a page of its own for a manager who signs. */
export function AgreementFrame(props: Parameters<typeof SettingsFrame>[0]) {
  if (props.may.has('coordinate the partnership')) return <SettingsFrame {...props} />
  const { page, title, sub, actions, back, problems = [], say, done, children } = props
  return (
    <Layout page={page} title={title} hasProblems={problems.length > 0}>
      {back && <BackLink href={back.href}>{back.text}</BackLink>}
      <ProblemSummary problems={problems} say={say} />
      {done && <NotificationBanner isSuccess text={done} />}
      <PageHead title={title} sub={sub} actions={actions} />
      {children}
    </Layout>
  )
}

const tones = { WAITING: 'accent', LIVE: 'good', REVIEW_DUE: 'warn', SIGNED: 'accent' } as const

export function StateTag({ locale, state }: { locale: Locale; state: AgreementState }) {
  const tone = state in tones ? tones[state as keyof typeof tones] : undefined
  return <StatusTag tone={tone}>{words(locale)(`state.${state}`)}</StatusTag>
}
