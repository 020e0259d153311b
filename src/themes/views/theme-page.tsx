import type { Agency } from '../../agencies/index.ts'
import { formatAt, formatDay } from '../../platform/dates.ts'
import {
  BackLink, Link, Note, NotificationBanner, PageHead, PlainList, PrintButton, ProblemSummary, Section, StatusTag,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import type { FormState } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Action } from '../queries/actions.ts'
import type { LinkedCase } from '../queries/cases.ts'
import type { ThemeDisposal } from '../queries/disposals.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { Report } from '../queries/reports.ts'
import type { TakingPart, Theme } from '../queries/themes.ts'
import { words } from '../words.ts'
import { ActionList } from './action-list.tsx'
import { DisposalPart } from './disposal-part.tsx'
import { OneButton } from './one-button.tsx'
import { TakingPartSection } from './taking-part.tsx'

export interface ThemePageProps {
  page: PageContext
  theme: Theme
  /** Those that the reader sees. */
  cases: readonly LinkedCase[]
  agencies: readonly TakingPart[]
  /** Those that could be asked in. */
  others: readonly Agency[]
  meetings: readonly Meeting[]
  actions: readonly Action[]
  reports: readonly Report[]
  /** Of a closed theme. */
  disposal: ThemeDisposal | undefined
  /** Manages the agency that leads it. */
  mayDispose: boolean
  isOwnProposal: boolean
  /** Whether the reader's agency leads it. */
  isLed: boolean
  ownAgencyId: string
  today: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  done: string | undefined
}

/** A theme: whose cases belong to it, when it was met about, who does what, and the reports. */
export function ThemePage(props: ThemePageProps) {
  const { page, theme, isLed, form, done } = props
  const { locale } = page
  const say = words(locale)
  const isOpen = !theme.closedAt
  const isGone = Boolean(props.disposal?.doneAt)
  const add = adding(props)
  return (
    <Layout page={page} title={theme.title} hasProblems={form.problems.length > 0}>
      <BackLink href="/themes">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {done && <NotificationBanner isSuccess text={say(`done.${done as 'closed'}`)} />}
      <PageHead
        title={theme.title}
        sub={say('theme.sub', { area: theme.area, agency: theme.leadAgencyName })}
        actions={
          <>
            {isLed && isOpen && <Link href={`/themes/${theme.id}/edit`}>{say('edit')}</Link>}
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      {theme.closedAt && (
        <Note title={say('closed', { at: formatAt(locale, theme.closedAt), name: theme.closedByName ?? '' })}>
          <p class="govuk-body">{theme.closedWords}</p>
          {isLed && !isGone && <OneButton action={`/themes/${theme.id}/reopening`} text={say('reopen')} />}
        </Note>
      )}
      {theme.about && <p class="govuk-body tl-kept">{theme.about}</p>}
      <Section id="h-cases" title={say('cases')} more={add('cases', 'link')}>
        <Cases {...props} />
      </Section>
      {!isGone && <Papers {...props} />}
      {props.disposal && <DisposalPart {...props} disposal={props.disposal} />}
      <TakingPartSection {...props} />
    </Layout>
  )
}

/** The way to add something, while the theme is open. */
const adding =
  ({ page, theme }: ThemePageProps) =>
  (path: string, key: 'link' | 'meeting.add' | 'action.add' | 'report.add') =>
    !theme.closedAt && <Link href={`/themes/${theme.id}/${path}/new`}>{words(page.locale)(key)}</Link>

/** What is done, when it was met about, and what was found. */
function Papers(props: ThemePageProps) {
  const { page, meetings, actions, reports, isLed, ownAgencyId, today, form } = props
  const { locale } = page
  const say = words(locale)
  const add = adding(props)
  const mayFinish = ({ ownerAgencyId }: Action) => isLed || ownerAgencyId === ownAgencyId
  return (
    <>
      <Section id="h-actions" title={say('actions')} more={add('actions', 'action.add')}>
        {actions.length === 0 && <p class="govuk-body">{say('actions.none')}</p>}
        <ActionList page={page} actions={actions} today={today} mayFinish={mayFinish} form={form} />
      </Section>
      <Section id="h-meetings" title={say('meetings')} more={add('meetings', 'meeting.add')}>
        {meetings.length === 0 && <p class="govuk-body">{say('meetings.none')}</p>}
        <PlainList>
          {meetings.map(({ id, heldOn, place, settledAt, minutes }) => (
            <li>
              <Link class="tl-link tl-link--strong" href={`/theme-meetings/${id}`}>
                {say('meeting.of', { day: formatDay(locale, heldOn) })}
              </Link>{' '}
              <StatusTag tone={settledAt ? 'good' : undefined}>
                {say(`meeting.${stateOf(settledAt, minutes)}`)}
              </StatusTag>
              {place && <p class="tl-m0">{place}</p>}
            </li>
          ))}
        </PlainList>
      </Section>
      <Section id="h-reports" title={say('reports')} more={add('reports', 'report.add')}>
        {reports.length === 0 && <p class="govuk-body">{say('reports.none')}</p>}
        <PlainList>
          {reports.map(({ id, title, addedAt, addedByName, addedByAgency }) => (
            <li>
              <Link class="tl-link" href={`/theme-reports/${id}/file`}>
                {title}
              </Link>
              <p class="tl-m0 tl-quiet">
                {say('report.by', { name: addedByName, agency: addedByAgency, at: formatAt(locale, addedAt) })}
              </p>
            </li>
          ))}
        </PlainList>
      </Section>
    </>
  )
}

export const stateOf = (settledAt: Date | null, minutes: string) =>
  settledAt ? 'settled' : minutes ? 'draft' : 'planned'

function Cases({ page, theme, cases }: ThemePageProps) {
  const say = words(page.locale)
  return (
    <>
      {cases.length === 0 && <p class="govuk-body">{say('cases.none')}</p>}
      <PlainList>
        {cases.map(({ id, caseId, personName, why, linkedByName, linkedByAgency, linkedAt }) => (
          <li>
            <Link class="tl-link tl-link--strong" href={`/cases/${caseId}`}>
              {personName}
            </Link>
            <p class="tl-m0">{why}</p>
            <p class="tl-m0 tl-quiet">
              {say('cases.by', { name: linkedByName, agency: linkedByAgency, at: formatAt(page.locale, linkedAt) })}
            </p>
            <OneButton action={`/themes/${theme.id}/cases/${id}/parting`} text={say('cases.part')} about={personName} />
          </li>
        ))}
      </PlainList>
      <p class="govuk-body tl-quiet">{say('cases.sight')}</p>
    </>
  )
}
