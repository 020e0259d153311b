import { EvidenceNavigation } from '../../context-events/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, DateInput, Details, Input, NotificationBanner, PageHead, PlainList, ProblemSummary, problemOf, Radios, Section, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import {
  answerOf,
  type MechanismAnswer,
  type MechanismQuestion,
  type NationalGroup,
  nationalGroups,
} from '../mechanism.ts'
import { words } from '../words.ts'
import { Answer } from './mechanisms-page.tsx'

interface Props {
  page: PageContext
  question: MechanismQuestion
  earlier: readonly MechanismAnswer[]
  /** For whom the reader may answer. */
  groups: readonly NationalGroup[]
  mayAsk: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  isDone: boolean
}

/** One question: what each country answers now, what it answered before, and where an answer is written. */
export function QuestionPage(props: Props) {
  const { page, question, earlier, mayAsk, form, isDone } = props
  const { locale } = page
  const say = words(locale)
  return (
    <Layout
      page={page}
      title={question.texts[locale]}
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="mechanisms" />}
    >
      <BackLink href="/mechanisms">{say('title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      {isDone && <NotificationBanner isSuccess text={say('answer.kept')} />}
      <PageHead title={question.texts[locale]} sub={say(`part.${question.part}`)} />
      {nationalGroups.map((group) => {
        const answer = answerOf(question, group)
        const before = earlier.filter((one) => one.group === group)
        return (
          <Section id={`h-${group}`} title={say(`group.${group}`)}>
            <div class="govuk-body tl-measure">
              {answer ? <Answer page={page} answer={answer} /> : <span class="tl-quiet">{say('no-answer')}</span>}
            </div>
            {before.length > 0 && (
              <Details summary={say('earlier', { count: before.length })}>
                <PlainList>
                  {before.map((one) => (
                    <li>
                      <Answer page={page} answer={one} />
                    </li>
                  ))}
                </PlainList>
              </Details>
            )}
          </Section>
        )
      })}
      <Section id="h-answer" title={say('answer')}>
        <AnswerForm {...props} />
      </Section>
      {mayAsk && (
        <Details summary={say('retire')}>
          <form method="post" action={`/mechanisms/${question.id}/retirement`}>
            <input type="hidden" name="formId" value={newId()} />
            <p class="govuk-body">{say('retire.text')}</p>
            <Button kind="secondary">{say('retire.button')}</Button>
          </form>
        </Details>
      )}
    </Layout>
  )
}

function AnswerForm({ page, question, groups, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const only = groups.length === 1 ? groups[0] : undefined
  return (
    <form method="post" action={`/mechanisms/${question.id}/answers`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      {groups.map((group) => (
        <input
          type="hidden"
          name={`version-${group}`}
          value={
            form.typed['words'] === undefined
              ? (answerOf(question, group)?.version ?? 0)
              : typedText(form, `version-${group}`)
          }
        />
      ))}
      {only ? (
        <>
          <input type="hidden" name="group" value={only} />
          <p class="govuk-body">{say('answer.for', { group: say(`group.${only}`) })}</p>
        </>
      ) : (
        <Radios
          {...field('group')}
          legend={say('answer.group')}
          items={groups.map((value) => ({ value, text: say(`group.${value}`) }))}
        />
      )}
      <Textarea {...field('words')} label={say('answer.words')} hint={say('answer.words-hint')} rows={5} />
      <Radios
        {...field('locale')}
        value={typedText(form, 'locale') || page.locale}
        legend={say('answer.language')}
        isInline
        items={locales.map((value) => ({ value, text: localeNames[value], attributes: { lang: value } }))}
      />
      <Input {...field('withWhom')} label={say('answer.who')} hint={say('answer.who-hint')} />
      <DateInput
        name="answeredOn"
        legend={say('answer.day')}
        values={dayBoxes(form, 'answeredOn')}
        error={problemOf(form.problems, 'answeredOn', say)}
      />
      <Button preventDoubleClick>{say('answer.button')}</Button>
    </form>
  )
}
