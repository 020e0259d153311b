import type { Colleague } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  DateInput,
  Input,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Programme } from '../../programmes/index.ts'
import { words } from '../words.ts'
import { capital } from './said.ts'

interface Props {
  page: PageContext
  programmes: readonly Programme[]
  prisons: readonly { id: string; name: string }[]
  colleagues: readonly Colleague[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  userId: string
}

/** Planning a course: which programme, where, for whom, from when. */
export function NewCoursePage({ page, programmes, prisons, colleagues, form, userId }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <Layout page={page} title={say('new.title')} hasProblems={form.problems.length > 0}>
      <BackLink href="/courses">{say('courses.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('new.title')} sub={say('new.sub')} />
      <form method="post" action="/courses" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          label={say('new.programme')}
          items={programmes.map(({ id, agencyName, package: edition }) => ({
            value: id,
            text: agencyName ? `${edition.texts[page.locale].name}, ${agencyName}` : edition.texts[page.locale].name,
          }))}
          {...field('programmeId')}
        />
        <Input label={say('new.name')} hint={say('new.name-hint')} width={30} {...field('name')} />
        <Radios
          legend={say('new.mode')}
          items={(['GROUP', 'ONE_TO_ONE'] as const).map((value) => ({ value, text: capital(say(`mode.${value}`)) }))}
          isInline
          {...field('mode')}
        />
        <Radios
          legend={say('new.gender')}
          items={(['MEN', 'WOMEN', 'MIXED'] as const).map((value) => ({
            value,
            text: capital(say(`gender.${value}`)),
          }))}
          isInline
          {...field('gender')}
        />
        <Select
          label={say('new.prison')}
          items={[
            { value: '', text: say('new.community') },
            ...prisons.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          {...field('prisonId')}
        />
        <Input label={say('new.wing')} hint={say('new.wing-hint')} width={10} {...field('wing')} />
        <Input label={say('new.place')} hint={say('new.place-hint')} width={30} {...field('place')} />
        <DateInput
          name="startsOn"
          legend={say('new.day')}
          values={dayBoxes(form, 'startsOn')}
          error={problemOf(form.problems, 'startsOn', say)}
        />
        <Input label={say('new.time')} hint={say('new.time-hint')} width={5} {...field('time')} />
        <Input
          label={say('new.days')}
          hint={say('new.days-hint')}
          width={3}
          inputMode="numeric"
          {...field('daysBetween')}
        />
        <Input label={say('new.largest')} width={3} inputMode="numeric" {...field('largest')} />
        <Select
          label={say('new.deputy')}
          hint={say('new.deputy-hint')}
          items={[
            { value: '', text: say('new.deputy-later') },
            ...colleagues.filter(({ id }) => id !== userId).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          {...field('deputyId')}
        />
        <Button>{say('new.go')}</Button>
      </form>
    </Layout>
  )
}
