import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Checkboxes, DateInput, Details, Input, Note, PageHead, PlainList, ProblemSummary, problemOf, Radios, Section, Textarea, WayOn } from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Course } from '../queries/courses.ts'
import type { Observer } from '../queries/observers.ts'
import type { Place } from '../queries/places.ts'
import type { CourseSession } from '../queries/sessions.ts'
import { words } from '../words.ts'
import { sessionTitle, whereText } from './said.ts'

interface Props {
  page: PageContext
  course: Course
  session: CourseSession
  group: readonly Place[]
  observers: readonly Observer[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  mayWork: boolean
}

/** One meeting of a course. */
export function SessionPage(props: Props) {
  const { page, course, session, form, mayWork } = props
  const say = words(page.locale)
  const title = sessionTitle(page.locale, course, session)
  const isOpen = mayWork && !session.cancelledAt && !course.endedAt
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href={`/courses/${course.id}`}>{course.name}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={title}
        sub={`${formatAt(page.locale, session.startsAt, 'long')}. ${whereText(page.locale, course)}`}
      />
      {session.movedFrom && (
        <p class="govuk-body">{say('session.moved-from', { was: formatAt(page.locale, session.movedFrom) })}</p>
      )}
      {session.cancelledAt && (
        <Note tone="warn" title={say('sessions.cancelled')}>
          <p>{say('session.cancelled-text')}</p>
        </Note>
      )}
      {isOpen && (
        <p class="govuk-body">
          <Button href={`/course-sessions/${session.id}/register`}>{say('sessions.register')}</Button>
        </p>
      )}
      <Section id="h-plan" title={say('session.plan')}>
        <WayOn href={`/programmes/${course.programmeId}/sessions/${session.sessionKey}`}>
          {say('session.plan-of-programme')}
        </WayOn>
        {session.ownPlan && <p class="govuk-body tl-kept">{session.ownPlan}</p>}
      </Section>
      <Observers {...props} isOpen={isOpen} />
      {isOpen && <Change {...props} />}
      {isOpen && session.marked > 0 && <CatchUp {...props} />}
      {isOpen && (
        <form method="post" action={`/course-sessions/${session.id}/cancellation`}>
          <input type="hidden" name="formId" value={newId()} />
          <Button kind="warning">{say('session.cancel')}</Button>
        </form>
      )}
    </Layout>
  )
}

function Change({ page, session, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-change" title={say('session.change')}>
      <form method="post" action={`/course-sessions/${session.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version')} />
        <DateInput
          name="day"
          legend={say('session.day')}
          values={dayBoxes(form, 'day')}
          error={problemOf(form.problems, 'day', say)}
        />
        <Input label={say('new.time')} width={5} {...field('time')} />
        {session.marked > 0 && (
          <Radios
            legend={say('session.was-marked-legend')}
            hint={say('session.was-marked-hint')}
            items={(['yes', 'no'] as const).map((value) => ({ value, text: say(`session.is-correction-${value}`) }))}
            {...field('isCorrection')}
          />
        )}
        <Input label={say('session.length')} width={3} inputMode="numeric" {...field('lengthInMinutes')} />
        <Textarea label={say('session.own-plan')} hint={say('session.own-plan-hint')} rows={4} {...field('ownPlan')} />
        <Button kind="secondary">{say('session.keep')}</Button>
      </form>
    </Section>
  )
}

function CatchUp({ page, session, form }: Props) {
  const say = words(page.locale)
  return (
    <Section id="h-again" title={say('catch-up.title')}>
      <form method="post" action={`/course-sessions/${session.id}/catch-up`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <p class="govuk-body">{say('catch-up.text')}</p>
        <DateInput
          name="again-day"
          legend={say('session.day')}
          values={dayBoxes(form, 'again-day')}
          error={problemOf(form.problems, 'again-day', say)}
        />
        <Input
          name="again-time"
          label={say('new.time')}
          width={5}
          value={typedText(form, 'again-time')}
          error={problemOf(form.problems, 'again-time', say)}
        />
        <Button kind="secondary">{say('catch-up.go')}</Button>
      </form>
    </Section>
  )
}

function Observers({ page, session, group, observers, form, isOpen }: Props & { isOpen: boolean }) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Section id="h-observers" title={say('observer.title')}>
      {observers.length === 0 && <p class="govuk-body">{say('observer.none')}</p>}
      <PlainList>
        {observers.map(({ name, comesFrom, agreed }) => (
          <li>{say('observer.line', { name, comesFrom, count: agreed })}</li>
        ))}
      </PlainList>
      {isOpen && group.length > 0 && (
        <Details
          summary={say('observer.ask')}
          isOpen={form.problems.some(({ field }) => ['name', 'comesFrom', 'agreed'].includes(field))}
        >
          <form method="post" action={`/course-sessions/${session.id}/observers`} novalidate>
            <input type="hidden" name="formId" value={newId()} />
            <Input label={say('observer.name')} {...field('name')} />
            <Input label={say('observer.from')} {...field('comesFrom')} />
            <Checkboxes
              name="agreed"
              legend={say('observer.agreed')}
              hint={say('observer.agreed-hint')}
              isSmall
              items={group.map(({ id, name }) => ({ value: id, text: name || say('place.not-shared') }))}
              values={typedList(form, 'agreed')}
              error={problemOf(form.problems, 'agreed', say)}
            />
            <Button kind="secondary">{say('observer.go')}</Button>
          </form>
        </Details>
      )}
    </Section>
  )
}
