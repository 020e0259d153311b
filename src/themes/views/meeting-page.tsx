import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Link, NotificationBanner, PageHead, PrintButton, Section, StatusTag, SummaryList,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Action } from '../queries/actions.ts'
import type { Meeting } from '../queries/meetings.ts'
import type { Theme } from '../queries/themes.ts'
import { words } from '../words.ts'
import { ActionList } from './action-list.tsx'
import { stateOf } from './theme-page.tsx'

interface Props {
  page: PageContext
  theme: Theme
  meeting: Meeting
  /** Those that were taken on there. */
  actions: readonly Action[]
  ownAgencyId: string
  today: string
  done: 'called' | 'written' | 'settled' | undefined
}

/** A meeting as it is printed and filed: agenda, who came, minutes, decisions, and who does what by when. */
export function MeetingPage({ page, theme, meeting, actions, ownAgencyId, today, done }: Props) {
  const { locale } = page
  const say = words(locale)
  const { settledAt, settledByName, writtenAt, writtenByName, version } = meeting
  const isOpen = !settledAt && !theme.closedAt
  const state = stateOf(settledAt, meeting.minutes)
  const mayFinish = ({ ownerAgencyId }: Action) => theme.leadAgencyId === ownAgencyId || ownerAgencyId === ownAgencyId
  const text = (key: 'agenda' | 'attended' | 'minutes' | 'decisions') => ({
    key: say(`meeting.${key}`),
    value: meeting[key] ? <span class="tl-kept">{meeting[key]}</span> : say('meeting.not-yet'),
  })
  const title = say('meeting.of', { day: formatDay(locale, meeting.heldOn) })
  return (
    <Layout page={page} title={`${title}: ${theme.title}`}>
      <BackLink href={`/themes/${theme.id}`}>{theme.title}</BackLink>
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead
        title={title}
        sub={
          <>
            {theme.title}. {meeting.place && `${meeting.place}. `}
            <StatusTag tone={settledAt ? 'good' : undefined}>{say(`meeting.${state}`)}</StatusTag>
          </>
        }
        actions={
          <>
            {isOpen && <Link href={`/theme-meetings/${meeting.id}/edit`}>{say('meeting.write')}</Link>}
            <PrintButton>{say('print')}</PrintButton>
          </>
        }
      />
      <SummaryList rows={[text('agenda'), text('attended'), text('minutes'), text('decisions')]} />
      <p class="govuk-body tl-quiet">
        {settledAt
          ? say('meeting.settled-by', { name: settledByName ?? '', at: formatAt(locale, settledAt) })
          : say('meeting.written-by', { name: writtenByName, at: formatAt(locale, writtenAt) })}
      </p>
      {isOpen && meeting.minutes && meeting.attended && (
        <form method="post" action={`/theme-meetings/${meeting.id}/settling`}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={version} />
          <p class="govuk-body">{say('meeting.settle-text')}</p>
          <Button kind="secondary">{say('meeting.settle')}</Button>
        </form>
      )}
      <Section
        id="h-actions"
        title={say('actions')}
        more={
          !theme.closedAt && (
            <Link href={`/themes/${theme.id}/actions/new?meeting=${meeting.id}`}>{say('action.add')}</Link>
          )
        }
      >
        {actions.length === 0 && <p class="govuk-body">{say('actions.none-here')}</p>}
        <ActionList page={page} actions={actions} today={today} mayFinish={mayFinish} />
      </Section>
    </Layout>
  )
}
