import { EvidenceNavigation } from '../../context-events/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button, Cell, Details, Empty, Input, Link, PageHead, PrintButton, ProblemSummary, problemOf, Radios, Row, RowHead, Section, Table,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { answerOf, type MechanismAnswer, type MechanismQuestion, nationalGroups, parts } from '../mechanism.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  questions: readonly MechanismQuestion[]
  mayAsk: boolean
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** What works, for whom, where and why: each question with what the three countries answered, side by side. */
export function MechanismsPage(props: Props) {
  const { page, questions, mayAsk, form } = props
  const { locale } = page
  const say = words(locale)
  const asked = parts.filter((part) => questions.some((question) => question.part === part))
  return (
    <Layout
      page={page}
      title={say('title')}
      print="wide"
      hasProblems={form.problems.length > 0}
      subNavigation={<EvidenceNavigation page={page} current="mechanisms" />}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('title')}
        sub={say('sub')}
        actions={
          questions.length > 0 && (
            <>
              <Link href="/mechanisms.csv">{say('csv')}</Link>
              <PrintButton>{say('print')}</PrintButton>
            </>
          )
        }
      />
      {questions.length === 0 && (
        <Empty title={say('none')}>
          <p class="govuk-body">{say(mayAsk ? 'none-yours' : 'none-text')}</p>
          {mayAsk && (
            <form method="post" action="/mechanisms/beginning">
              <input type="hidden" name="formId" value={newId()} />
              <Button preventDoubleClick>{say('begin')}</Button>
            </form>
          )}
        </Empty>
      )}
      {asked.map((part) => (
        <Section id={`h-${part}`} title={say(`part.${part}`)} more={say(`part-hint.${part}`)}>
          <Answers page={page} part={part} questions={questions} />
        </Section>
      ))}
      {questions.length > 0 && <p class="govuk-body tl-quiet">{say('caveat')}</p>}
      {mayAsk && (
        <Details summary={say('ask')} isOpen={form.problems.length > 0}>
          <AskForm {...props} />
        </Details>
      )}
    </Layout>
  )
}

function Answers({ page, part, questions }: Pick<Props, 'page' | 'questions'> & { part: MechanismQuestion['part'] }) {
  const { locale } = page
  const say = words(locale)
  const heads = nationalGroups.map((group) => say(`group.${group}`))
  return (
    <Table
      caption={say(`part.${part}`)}
      isCaptionHidden
      columns={[say('csv.question'), ...heads].map((text) => ({ text }))}
    >
      {questions
        .filter((question) => question.part === part)
        .map((question) => (
          <Row>
            <RowHead>
              <Link class="tl-link" href={`/mechanisms/${question.id}`}>
                {question.texts[locale]}
              </Link>
            </RowHead>
            {nationalGroups.map((group, nth) => {
              const answer = answerOf(question, group)
              return (
                <Cell label={heads[nth]}>
                  {answer ? <Answer page={page} answer={answer} /> : <span class="tl-quiet">{say('no-answer')}</span>}
                </Cell>
              )
            })}
          </Row>
        ))}
    </Table>
  )
}

/** What a group said, in the language in which it was given, and beneath it with whom, when and which version. */
export function Answer({ page: { locale }, answer }: { page: PageContext; answer: MechanismAnswer }) {
  const { withWhom, answeredOn, version } = answer
  const given = { who: withWhom, day: formatDay(locale, answeredOn, 'full'), version }
  return (
    <>
      <span lang={answer.locale === locale ? undefined : answer.locale}>{answer.words}</span>
      <small>{words(locale)('given', given)}</small>
    </>
  )
}

function AskForm({ page, form }: Props) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  return (
    <form method="post" action="/mechanisms" novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Radios
        {...field('part')}
        legend={say('ask.part')}
        items={parts.map((value) => ({ value, text: say(`part.${value}`), hint: say(`part-hint.${value}`) }))}
      />
      <Input {...field('en')} label={say('ask.en')} />
      <Input {...field('it')} label={say('ask.it')} />
      <Input {...field('nl')} label={say('ask.nl')} />
      <Button preventDoubleClick>{say('ask.button')}</Button>
    </form>
  )
}
