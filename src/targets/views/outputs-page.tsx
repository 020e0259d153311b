import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay, formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Checkboxes, DateInput, Empty, Input, Link, PageHead, PlainList, ProblemSummary, problemOf, Section, Select,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { outputKinds, outputLanguages } from '../output-kinds.ts'
import type { Output } from '../queries/outputs.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  outputs: readonly Output[]
  mayWithdraw(agencyId: string): boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** What was held or made, and where one's own agency adds to it. */
export function OutputsPage(props: Props) {
  const { page, outputs, mayWithdraw, form } = props
  const say = words(page.locale)
  return (
    <Layout
      page={page}
      title={say('outputs.title')}
      subNavigation={<EvidenceNavigation page={page} current="outputs" />}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('outputs.title')} sub={say('outputs.sub')} />
      {outputs.length === 0 && (
        <Empty title={say('outputs.none')}>
          <p class="govuk-body">{say('outputs.none-text')}</p>
        </Empty>
      )}
      <PlainList>
        {outputs.map((output) => (
          <li>
            {output.kind === 'LEARNING_SET' ? (
              <Link class="tl-link tl-link--strong" href={`/learning-sets/${output.id}`}>
                {output.title}
              </Link>
            ) : (
              <strong>{output.title}</strong>
            )}
            <p class="tl-m0">{linesOf(page, output)}</p>
            <p class="tl-m0 tl-quiet">{say('outputs.at', { evidence: output.evidence })}</p>
            {mayWithdraw(output.agencyId) && (
              <form method="post" action={`/outputs/${output.id}/withdraw`}>
                <input type="hidden" name="formId" value={newId()} />
                <button type="submit" class="tl-linklike">
                  {say('outputs.withdraw')}
                  <span class="govuk-visually-hidden">: {output.title}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </PlainList>
      <Section id="h-add" title={say('outputs.add')}>
        <AddOutput page={page} form={form} />
      </Section>
    </Layout>
  )
}

function linesOf({ locale }: PageContext, output: Output): string {
  const say = words(locale)
  const { kind, peopleCount, hours, languages, happenedOn, agencyName } = output
  const parts = [
    say(`output.${kind}`),
    peopleCount > 0 && say('outputs.people', { count: peopleCount }),
    hours > 0 && say('outputs.hours', { number: formatNumber(locale, hours) }),
    languages.length > 0 && languages.map((language) => say(`language.${language}`)).join(', '),
    formatDay(locale, happenedOn),
    agencyName,
  ]
  return parts.filter(Boolean).join(' · ')
}

function AddOutput({ page, form }: Pick<Props, 'page' | 'form'>) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <form method="post" action="/outputs" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Select
        {...field('kind')}
        label={say('outputs.kind')}
        items={[
          { value: '', text: say('form.choose') },
          ...outputKinds.map((kind) => ({ value: kind, text: say(`output.${kind}`) })),
        ]}
      />
      <Input {...field('title')} label={say('outputs.name')} />
      <DateInput
        name="happenedOn"
        legend={say('outputs.day')}
        values={dayBoxes(form, 'happenedOn')}
        error={problemOf(form.problems, 'happenedOn', say)}
      />
      <Input
        {...field('peopleCount')}
        label={say('outputs.people-label')}
        hint={say('outputs.people-hint')}
        width={5}
        inputMode="numeric"
      />
      <Input {...field('hours')} label={say('outputs.hours-label')} width={5} inputMode="decimal" />
      <Checkboxes
        name="languages"
        legend={say('outputs.languages')}
        items={outputLanguages.map((language) => ({ value: language, text: say(`language.${language}`) }))}
        values={typedList(form, 'languages')}
        isSmall
      />
      <Input {...field('evidence')} label={say('outputs.evidence')} hint={say('outputs.evidence-hint')} />
      <Button preventDoubleClick>{say('outputs.button')}</Button>
    </form>
  )
}
