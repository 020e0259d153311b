import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Checkboxes,
  NotificationBanner,
  PageHead,
  ProblemSummary,
  problemOf,
  Section,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Reader, Restriction } from '../queries.ts'
import { words } from '../words.ts'

export interface RestrictedProps {
  page: PageContext
  frame: CaseFrame
  restriction: Restriction
  readers: readonly Reader[]
  done: 'restricted' | 'lifted' | undefined
  form: { typed: Typed; problems: Problem[] }
}

/** For whom a record exists: everybody whose work needs it, or those on a list. */
export function RestrictedPage({ page, frame, restriction, readers, done, form }: RestrictedProps) {
  const { locale } = page
  const say = words(locale)
  const path = `/cases/${frame.caseId}`
  const { madeAt } = restriction
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="overview"
      title={say('title')}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={`${path}/team`}>{say('back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {done && <NotificationBanner isSuccess text={say(`done.${done}`)} />}
      <PageHead title={say('title')} sub={madeAt ? say('closed', { at: formatAt(locale, madeAt) }) : say('open')} />
      <form method="post" action={`${path}/restricted`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <CharacterCount
          name="reason"
          label={{ text: say('reason'), size: 'm' }}
          hint={say('reason-hint')}
          maxLength={500}
          rows={3}
          value={typedText(form, 'reason')}
          error={problemOf(form.problems, 'reason', say)}
        />
        {readers.length > 0 && (
          <Checkboxes
            name="accountIds"
            legend={{ text: say('readers'), size: 'm' }}
            hint={say('readers-hint')}
            isSmall
            items={readers.map(({ id, name, agencyName: agency }) => ({
              value: id,
              text: say('worker', { name, agency }),
            }))}
            values={typedList(form, 'accountIds')}
          />
        )}
        <Button>{say(madeAt ? 'change' : 'save')}</Button>
      </form>
      {madeAt && (
        <Section id="h-lift" title={say('lift')}>
          <p class="govuk-body">{say('lift-text')}</p>
          <form method="post" action={`${path}/restricted/lift`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary">{say('lift')}</Button>
          </form>
        </Section>
      )}
    </CaseLayout>
  )
}
