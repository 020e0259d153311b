import { languageName } from '../../people/index.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Checkboxes, Input, PageHead, ProblemSummary, problemOf, Section } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Load } from '../queries/loads.ts'
import type { Absence } from '../queries/workers.ts'
import { words } from '../words.ts'
import { AbsenceForm, Absences } from './absence-parts.tsx'
import { pointsSaid } from './said.ts'

export interface WorkerProps {
  page: PageContext
  load: Load
  colleagues: readonly Load[]
  absences: readonly Absence[]
  form: FormState<unknown>
}

/** One worker: what they can hold, when they are away and who stands in. */
export function WorkerPage(props: WorkerProps) {
  const { page, load, colleagues, absences, form } = props
  const { locale } = page
  const say = words(locale)
  const title = say('person.title', { name: load.name })
  const at = ({ id }: Absence) => `/workloads/${load.accountId}/absences/${id}`
  return (
    <Layout page={page} title={title} hasProblems={form.problems.length > 0}>
      <BackLink href="/workloads">{say('person.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={title}
        sub={`${say('points')}: ${pointsSaid(locale, load)}`}
        actions={
          <Button kind="secondary" href={`/workloads/${load.accountId}/move`}>
            {say('move')}
          </Button>
        }
      />
      <Section id="h-capacity" title={say('capacity', { name: load.name })}>
        <CapacityForm {...props} />
      </Section>
      <Section id="h-absences" title={say('absences')}>
        <Absences locale={locale} absences={absences} at={at} colleagues={colleagues} />
      </Section>
      <Section id="h-absence" title={say('absence.add')}>
        <AbsenceForm
          locale={locale}
          action={`/workloads/${load.accountId}/absences`}
          form={form}
          colleagues={colleagues}
        />
      </Section>
    </Layout>
  )
}

function CapacityForm({ page, load, form }: WorkerProps) {
  const { locale } = page
  const say = words(locale)
  const isTyped = form.typed['hoursPerWeek'] !== undefined
  const kept = {
    hoursPerWeek: String(load.hoursPerWeek ?? ''),
    mostPoints: String(load.mostPoints ?? ''),
    languages: load.languages.map((code) => languageName(code, locale)).join(', '),
  }
  const field = (name: keyof typeof kept) => ({
    name,
    value: isTyped ? typedText(form, name) : kept[name],
    error: problemOf(form.problems, name, say),
  })
  const days = isTyped ? typedList(form, 'worksOn') : (load.worksOn ?? []).map(String)
  return (
    <form method="post" action={`/workloads/${load.accountId}`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Input {...field('hoursPerWeek')} label={say('capacity.hours')} width={3} inputMode="numeric" />
      <Checkboxes
        name="worksOn"
        legend={say('capacity.days')}
        isSmall
        values={days}
        error={problemOf(form.problems, 'worksOn', say)}
        items={([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ value: day, text: say(`long.${day}`) }))}
      />
      <Input {...field('mostPoints')} label={say('capacity.points')} width={3} inputMode="numeric" />
      <Input {...field('languages')} label={say('capacity.languages')} hint={say('capacity.languages-hint')} />
      <Button kind="secondary">{say('capacity.save')}</Button>
    </form>
  )
}
