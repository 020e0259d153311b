import { type Day, dayAt, daysBetween } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Cell, Chips, Empty, Link, Note, NotificationBanner, PageHead, Row, RowHead, Table, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { DueFilter, DuePerson } from '../queries/due.ts'
import type { Session } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { WingLine } from './wing-line.tsx'

export interface DuePageProps {
  page: PageContext
  isPrison: boolean
  filter: DueFilter
  wings: readonly string[]
  people: readonly DuePerson[]
  /** What was saved just now. */
  done: Session | undefined
  /** Written on the wing and sent in the last day. */
  sent: readonly Session[]
  unfiled: number
  hasSchedule: boolean
}

export const dueHref = (filter: DueFilter, change: Partial<DueFilter>, path = '/key-work'): string => {
  const { who, when, wing } = { ...filter, ...change }
  return `${path}?${new URLSearchParams({ who, when, ...(wing && { wing }) })}`
}

/** The people of a wing, those whose session is due first at the top: each name opens the note. */
export function DuePage(props: DuePageProps) {
  const { page, isPrison, filter, people, done, unfiled } = props
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('due.title')}>
      {done && <Saved page={page} done={done} />}
      <PageHead title={say('due.title')} sub={say('due.sub')} actions={isPrison && <Ways {...props} />} />
      <WingLine locale={page.locale} assets={page.assets} />
      {unfiled > 0 && (
        <Note tone="warn">
          <p>
            <Link href="/key-work/unfiled">{say('due.unfiled', { count: unfiled })}</Link>
          </p>
        </Note>
      )}
      {!isPrison ? (
        <Empty title={say('due.not-prison')}>
          <WayOn href="/supervisor-contacts">{say('due.supervisors')}</WayOn>
        </Empty>
      ) : (
        <>
          <Filters {...props} />
          {!props.hasSchedule && <p class="govuk-body tl-mt">{say('due.no-schedule')}</p>}
          {people.length === 0 ? (
            <Empty title={say('due.none')} isAnswer>
              <WayOn href={dueHref(filter, { who: 'all', when: 'all', wing: '' })}>{say('due.everybody')}</WayOn>
            </Empty>
          ) : (
            <People {...props} />
          )}
          <SentLately {...props} />
        </>
      )}
    </Layout>
  )
}

function Ways({ page, filter }: DuePageProps) {
  const say = words(page.locale)
  return (
    <>
      <Link class="" href="/key-work/note">
        {say('due.note')}
      </Link>
      <Link class="" href={dueHref(filter, {}, '/key-work/pack')}>
        {say('due.pack')}
      </Link>
      <Link class="" href="/key-work/report">
        {say('due.report')}
      </Link>
      <Link class="" href="/supervisor-contacts">
        {say('due.supervisors')}
      </Link>
    </>
  )
}

function Filters({ page, filter, wings }: DuePageProps) {
  const say = words(page.locale)
  const chip = (text: string, change: Partial<DueFilter>) => {
    const isCurrent = Object.entries(change).every(([key, value]) => filter[key as 'wing'] === value)
    return { text, href: dueHref(filter, change), isCurrent }
  }
  return (
    <>
      <Chips
        label={say('due.whose')}
        chips={(['mine', 'all'] as const).map((who) => chip(say(`who.${who}`), { who }))}
      />
      <Chips
        label={say('due.by-when')}
        chips={(['today', 'week', 'all'] as const).map((when) => chip(say(`when.${when}`), { when }))}
      />
      {wings.length > 1 && (
        <Chips
          label={say('due.wing')}
          chips={[
            chip(say('due.all-wings'), { wing: '' }),
            ...wings.map((wing) => chip(say('due.wing-name', { wing }), { wing })),
          ]}
        />
      )}
    </>
  )
}

function People({ page, people }: DuePageProps) {
  const { locale, now } = page
  const say = words(locale)
  const heads = [say('col.person'), say('col.where'), say('col.last'), say('col.due')] as const
  return (
    <Table caption={say('due.title')} isCaptionHidden columns={heads.map((text) => ({ text }))}>
      {people.map((person) => (
        <Row>
          <RowHead>
            <Link class="tl-link" href={`/cases/${person.caseId}${person.mayWrite ? '/key-work' : ''}`}>
              {person.name}
            </Link>
            <small>{person.keyWorkerName ?? say('col.nobody')}</small>
          </RowHead>
          <Cell label={heads[1]}>{placeOf(person)}</Cell>
          <Cell label={heads[2]}>{person.lastOn ? formatDay(locale, person.lastOn) : say('col.never')}</Cell>
          <Cell label={heads[3]}>{dueText(locale, person.dueOn, dayAt(now))}</Cell>
        </Row>
      ))}
    </Table>
  )
}

export const placeOf = ({ wing, cell }: DuePerson): string => [wing, cell].filter(Boolean).join('-') || '–'

export function dueText(locale: Locale, dueOn: Day | null, today: Day): string {
  const say = words(locale)
  if (!dueOn) return '–'
  const days = daysBetween(dueOn, today)
  if (days > 0) return say('due.late', { days, day: formatDay(locale, dueOn, 'brief') })
  return days === 0 ? say('due.today') : formatDay(locale, dueOn)
}

/** Saved: whose it is, and one click to take it back. */
function Saved({ page, done }: { page: PageContext; done: Session }) {
  const say = words(page.locale)
  return (
    <NotificationBanner isSuccess>
      <p class="govuk-notification-banner__heading">{say('saved.title', { name: done.personName })}</p>
      <Undo page={page} session={done} />
    </NotificationBanner>
  )
}

function Undo({ page, session }: { page: PageContext; session: Session }) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/key-work/sessions/${session.id}/withdrawal`}>
      <input type="hidden" name="formId" value={newId()} />
      <Link href={`/cases/${session.caseId}/key-work`}>{say('saved.open')}</Link>{' '}
      <Button kind="secondary">
        {say('saved.undo')}
        <span class="govuk-visually-hidden">: {session.personName}</span>
      </Button>
    </form>
  )
}

/** What came from the wing under the reader's name, so that a note of somebody else on a shared device is seen and taken back. */
function SentLately({ page, sent }: DuePageProps) {
  const say = words(page.locale)
  if (sent.length === 0) return null
  return (
    <Note title={say('sent.title')}>
      <p>{say('sent.text')}</p>
      {sent.map((session) => (
        <div class="tl-mt">
          <p>
            {session.personName}, {formatDay(page.locale, session.happenedOn)}, {say(`kind.${session.kind}`)}
          </p>
          <Undo page={page} session={session} />
        </div>
      ))}
    </Note>
  )
}
