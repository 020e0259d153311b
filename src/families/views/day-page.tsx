import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  Empty,
  Input,
  Link,
  Note,
  PageHead,
  Section,
  SummaryList,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { DayInvitation, FamilyDay } from '../queries/days.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  day: FamilyDay
  invitations: readonly DayInvitation[]
  /** The reader's prison holds it. */
  isOurs: boolean
}

/** One day for families: who is invited, who says that they come, and who came. */
export function DayPage(props: Props) {
  const { page, day, invitations, isOurs } = props
  const { locale, now } = page
  const say = words(locale)
  const title = say('day.title', { at: formatAt(locale, day.startsAt, 'long') })
  const hasBegun = day.startsAt <= now
  const open = invitations.filter(({ attendance }) => attendance === null)
  return (
    <Layout page={page} title={title}>
      <BackLink href="/families/days">{say('days.title')}</BackLink>
      <PageHead title={title} sub={day.agencyName} />
      {day.calledOffAt && (
        <Note tone="warn">
          <p>{say('day.called-off', { at: formatAt(locale, day.calledOffAt, 'long') })}</p>
        </Note>
      )}
      <SummaryList
        rows={[
          { key: say('days.length'), value: String(day.lengthInMinutes) },
          { key: say('days.how-to-come'), value: day.howToCome },
          day.whoComes !== '' && { key: say('days.who-comes'), value: day.whoComes },
          { key: say('days.invited'), value: say('days.of-places', { invited: day.invited, places: day.places }) },
        ]}
      />
      <Section id="h-invited" title={say('day.invited')}>
        {invitations.length === 0 && (
          <Empty title={say('day.nobody')}>
            <p class="govuk-body">{say('day.nobody-text')}</p>
          </Empty>
        )}
        {isOurs && hasBegun && !day.calledOffAt && open.length > 0 ? (
          <AttendanceForm {...props} />
        ) : (
          groupsOf(invitations).map((group) => <Invited page={page} group={group} />)
        )}
      </Section>
      {isOurs && !hasBegun && !day.calledOffAt && (
        <form method="post" action={`/families/days/${day.id}/call-off`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="warning">{say('day.call-off')}</Button>
        </form>
      )}
    </Layout>
  )
}

type Group = readonly [DayInvitation, ...DayInvitation[]]

/** Each person with their family. */
const groupsOf = (invitations: readonly DayInvitation[]): Group[] =>
  Object.values(Object.groupBy(invitations, ({ caseId }) => caseId)) as unknown as Group[]

function Invited({ page, group }: { page: PageContext; group: Group }) {
  const say = words(page.locale)
  const [{ caseId, personName, outcome }] = group
  return (
    <>
      <h3 class="govuk-heading-s">
        <Link href={`/cases/${caseId}/family`}>{personName}</Link>
      </h3>
      <ul class="govuk-list govuk-list--bullet">
        {group.map(({ memberName, answer, attendance }) => (
          <li>
            {memberName ?? personName}: {say(`attendance.${attendance ?? answer ?? 'NO_ANSWER'}`)}
          </li>
        ))}
      </ul>
      {outcome !== '' && <p class="govuk-body tl-kept">{outcome}</p>}
    </>
  )
}

/** On the day and after it: a tick for who came, and what came of it. */
function AttendanceForm({ page, day, invitations }: Props) {
  const say = words(page.locale)
  return (
    <form method="post" action={`/families/days/${day.id}/attendance`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      {groupsOf(invitations).map((group) => {
        const open = group.filter(({ attendance }) => attendance === null)
        const [own] = group
        if (open.length === 0) return <Invited page={page} group={group} />
        return (
          <>
            {open.map(({ id }) => (
              <input type="hidden" name="invitationId" value={id} />
            ))}
            <Checkboxes
              name="came"
              idPrefix={`came-${own.id}`}
              legend={say('day.who-came', { name: own.personName })}
              items={open.map(({ id, memberName, answer }) => ({
                value: id,
                text: memberName ?? own.personName,
                hint: say(`attendance.${answer ?? 'NO_ANSWER'}`),
              }))}
            />
            {own.attendance === null && (
              <Input
                name={`outcome-${own.id}`}
                id={`outcome-${own.id}`}
                label={say('day.outcome', { name: own.personName })}
              />
            )}
          </>
        )
      })}
      <p class="govuk-body">{say('day.counts')}</p>
      <Button>{say('day.keep')}</Button>
    </form>
  )
}
