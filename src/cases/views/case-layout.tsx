import type { Child, PropsWithChildren } from 'hono/jsx'
import { ageOn, dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, IdentityBar, Link, Note, SubNavigation } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { languageTags } from '../../platform/words.ts'
import type { CaseFrame } from '../case-frame.ts'
import { words } from '../words.ts'

const addresses = {
  overview: ({ caseId }: CaseFrame) => `/cases/${caseId}`,
  assessment: ({ caseId }: CaseFrame) => `/cases/${caseId}/assessments`,
  plan: ({ caseId }: CaseFrame) => `/cases/${caseId}/plan`,
  referrals: ({ caseId }: CaseFrame) => `/cases/${caseId}/referrals`,
  appointments: ({ caseId }: CaseFrame) => `/cases/${caseId}/appointments`,
  'release-day': ({ caseId }: CaseFrame) => `/cases/${caseId}/release-day`,
  family: ({ caseId }: CaseFrame) => `/cases/${caseId}/family`,
  notes: ({ caseId }: CaseFrame) => `/cases/${caseId}/notes`,
  documents: ({ caseId }: CaseFrame) => `/cases/${caseId}/documents`,
  passport: ({ caseId }: CaseFrame) => `/cases/${caseId}/passport`,
  record: ({ personId }: CaseFrame) => `/people/${personId}`,
}

/** A page about a case, as its sub-navigation knows it. */
export type CasePage = keyof typeof addresses
const pages = Object.keys(addresses) as CasePage[]

export type CaseLayoutProps = PropsWithChildren<{
  page: PageContext
  frame: CaseFrame
  /** Marked in the sub-navigation. */
  current: CasePage
  /** Of this page; the person's name follows it. Left out on the overview, whose title is the name. */
  title?: string | undefined
  hasProblems?: boolean | undefined
  print?: 'wide' | 'passport' | undefined
  /** Buttons in the identity bar. */
  actions?: Child
}>

/** The frame of every page about a case: who this is, the way to the other pages, and the page. */
export function CaseLayout({ page, frame, current, title, hasProblems, print, actions, children }: CaseLayoutProps) {
  const say = words(page.locale)
  return (
    <Layout
      page={page}
      title={title ? `${title}, ${frame.shownName}` : frame.shownName}
      hasProblems={hasProblems}
      print={print}
      identity={
        <IdentityBar
          label={say('frame.person')}
          name={frame.shownName}
          otherName={frame.legalName}
          isHeading={title === undefined}
          facts={factsOf(page, frame)}
          tags={tagsOf(page, frame)}
          actions={actions}
        />
      }
      subNavigation={
        <SubNavigation
          label={frame.shownName}
          items={pages.map((each) => ({
            href: addresses[each](frame),
            text: say(`page.${each}`),
            isCurrent: each === current,
          }))}
        />
      }
    >
      {frame.glass && <GlassBanner page={page} frame={frame} glass={frame.glass} />}
      {frame.diedOn && (
        <Note
          title={say('frame.died-title', { name: frame.shownName, day: formatDay(page.locale, frame.diedOn, 'full') })}
        >
          <p>{say('frame.died-text', { name: frame.calledName })}</p>
        </Note>
      )}
      {frame.transfer && (
        <Note>
          <p>{say('frame.transfer', { from: frame.responsible.name, to: frame.transfer.toName })}</p>
        </Note>
      )}
      {frame.handover && !page.path.startsWith('/handovers/') && (
        <Note>
          <p>
            {say('frame.handover', { from: frame.handover.fromName, to: frame.handover.toName })}{' '}
            <Link href={`/handovers/${frame.handover.id}`}>{say('frame.handover-open')}</Link>
          </p>
        </Note>
      )}
      {children}
    </Layout>
  )
}

/** On every page of a case that is seen by break-glass: until when, and the way to give it back. */
function GlassBanner({ page, frame, glass }: GlassBannerProps) {
  const say = words(page.locale)
  const endsAt = new Date(glass.endsAt)
  const minutes = Math.max(1, Math.ceil((endsAt.getTime() - page.now.getTime()) / 60_000))
  return (
    <Note title={say('glass.title', { time: formatTime(page.locale, endsAt) })} tone="warn">
      <p role="timer">{say('glass.left', { minutes })}</p>
      <p>{say('glass.text', { name: frame.calledName })}</p>
      <form method="post" action={`/break-glass/${glass.id}/end`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="secondary">{say('glass.end')}</Button>
      </form>
    </Note>
  )
}

interface GlassBannerProps extends Pick<CaseLayoutProps, 'page' | 'frame'> {
  glass: NonNullable<CaseFrame['glass']>
}

function factsOf({ locale, now }: PageContext, frame: CaseFrame) {
  const say = words(locale)
  const { bornOn, prisonNumber, placeName, wing, cell } = frame
  const born =
    bornOn && say('frame.born-value', { day: formatDay(locale, bornOn, 'full'), age: ageOn(bornOn, dayAt(now)) })
  const where = placeName ? [placeName, [wing, cell].filter(Boolean).join('-')].filter(Boolean).join(', ') : null
  const facts = [
    prisonNumber && { term: say('frame.prison-number'), value: prisonNumber },
    born && { term: say('frame.born'), value: born },
    frame.sight.custody !== undefined && { term: say('frame.where'), value: where ?? say('frame.outside') },
    { term: say('frame.key-worker'), value: frame.keyWorkerName ?? say('frame.nobody') },
  ]
  return facts.filter((fact) => fact !== null && fact !== false && fact !== '')
}

function tagsOf({ locale }: PageContext, frame: CaseFrame) {
  const say = words(locale)
  const tags: { text: string; tone?: 'warn' }[] = []
  if (frame.isRestricted) tags.push({ text: say('frame.restricted'), tone: 'warn' })
  if (!frame.isOpen) tags.push({ text: say('frame.closed') })
  if (frame.isRecalled) tags.push({ text: say('frame.recalled'), tone: 'warn' })
  if (frame.hasFirstNight === false && frame.placeName) tags.push({ text: say('frame.no-first-night'), tone: 'warn' })
  if (frame.interpreterLanguage) {
    tags.push({ text: say('frame.interpreter', { language: languageName(locale, frame.interpreterLanguage) }) })
  }
  for (const need of frame.accessNeeds) if (isKnown(need)) tags.push({ text: say(`need.${need}`) })
  return tags
}

const knownNeeds = ['READS_WITH_HELP', 'NO_PHONE', 'WHEELCHAIR', 'HEARING', 'SIGHT'] as const
const isKnown = (need: string): need is (typeof knownNeeds)[number] => (knownNeeds as readonly string[]).includes(need)

/** A code such as `pl` in the reader's language; what is no code stays as it was typed. */
function languageName(locale: PageContext['locale'], code: string): string {
  if (!/^[a-z]{2,3}$/i.test(code)) return code
  return new Intl.DisplayNames(languageTags[locale], { type: 'language' }).of(code) ?? code
}
