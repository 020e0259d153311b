import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Empty,
  Input,
  Link,
  PageHead,
  PlainTable,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
} from '../../platform/web/components/index.ts'
import { blankForm, type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { barReasons } from '../kinds.ts'
import type { Barred, ContactCount } from '../queries/beside.ts'
import type { DayInvitation, FamilyDay } from '../queries/days.ts'
import type { Member } from '../queries/members.ts'
import { words } from '../words.ts'
import { DayInvite } from './day-invite.tsx'
import { MemberPart } from './member-part.tsx'
import { NameForm } from './name-form.tsx'

export interface FamilyProps {
  page: PageContext
  frame: CaseFrame
  members: readonly Member[]
  /** Days of the reader's prison, and those to which the person or their family is invited. */
  days: readonly FamilyDay[]
  dayInvitations: readonly DayInvitation[]
  counts: readonly ContactCount[]
  barred: readonly Barred[]
  unsent: { at: string; form: FormState<unknown> }
}

/** Family and friends of a person: who they are, what they see and said, and contact with them. */
export function FamilyPage(props: FamilyProps) {
  const { page, frame, members, unsent } = props
  const say = words(page.locale)
  const name = frame.calledName
  const title = say('title', { name })
  const { problems } = unsent.form
  return (
    <CaseLayout page={page} frame={frame} current="family" title={title} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} say={say} />
      <PageHead title={title} sub={say('sub', { name })} />
      {!sees(frame, 'family') && <PartNotSeen locale={page.locale} frame={frame} />}
      {sees(frame, 'family') && members.length === 0 && (
        <Empty title={say('none')}>
          <p class="govuk-body">{say('none.text', { name })}</p>
        </Empty>
      )}
      {members.map((member) => (
        <MemberPart {...props} member={member} />
      ))}
      {sees(frame, 'family') && <DayInvite {...props} />}
      {mayWrite(frame, 'family') && <NameForm {...props} />}
      {sees(frame, 'family') && <Counts {...props} />}
      {sees(frame, 'risk') && <BarredPart {...props} />}
    </CaseLayout>
  )
}

function Counts({ page, counts }: FamilyProps) {
  const say = words(page.locale)
  return (
    <Section
      id="h-counts"
      title={say('counts')}
      more={<Link href="/families/no-contact">{say('quiet.title', { days: 30 })}</Link>}
    >
      {counts.length === 0 && <p class="govuk-body">{say('counts.none')}</p>}
      {counts.length > 0 && (
        <PlainTable
          head={[
            { text: say('counts.month') },
            { text: say('contact.kind') },
            { text: say('counts.count'), format: 'numeric' },
          ]}
          rows={counts.map(({ month, kind, count }) => [
            { text: monthOf(page.locale, month) },
            { text: say(`contact.${kind}`) },
            { text: count, format: 'numeric' },
          ])}
        />
      )}
    </Section>
  )
}

/** March 2026, of a day in it. */
const monthOf = (locale: PageContext['locale'], day: string) => formatDay(locale, day, 'full').replace(/^\D*\d+\s+/, '')

/** With whom the person must not be in touch. */
function BarredPart({ page, frame, barred, unsent }: FamilyProps) {
  const say = words(page.locale)
  const form = unsent.at === 'barred' ? unsent.form : blankForm
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-barred" title={say('barred')}>
      <p class="govuk-body">{say('barred.text', { name: frame.calledName })}</p>
      {barred.length === 0 && <p class="govuk-body">{say('barred.none')}</p>}
      <ul class="tl-list">
        {barred.map(({ id, name, why }) => (
          <li>
            <b>{name}</b> <span class="tl-quiet">{say(`why.${why}`)}</span>
            {mayWrite(frame, 'risk') && (
              <form method="post" action={`/cases/${frame.caseId}/family/barred/${id}/end`}>
                <input type="hidden" name="formId" value={newId()} />
                <Button kind="secondary">
                  {say('barred.end')}
                  <span class="govuk-visually-hidden">: {name}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {mayWrite(frame, 'risk') && (
        <form method="post" action={`/cases/${frame.caseId}/family/barred`} novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <Input {...field('barredName')} label={say('barred.name')} autocomplete="off" />
          <Input {...field('barredAddress')} label={say('barred.address')} autocomplete="off" />
          <Radios
            {...field('why')}
            legend={say('barred.why')}
            items={barReasons.map((value) => ({ value, text: say(`why.${value}`) }))}
          />
          <Button kind="secondary">{say('barred.save')}</Button>
        </form>
      )}
    </Section>
  )
}
