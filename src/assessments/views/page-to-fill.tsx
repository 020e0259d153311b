import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import type { Pathway } from '../../needs/index.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import {
  AlreadyAnswered,
  Button,
  ButtonGroup,
  Columns,
  Details,
  PathwayMenu,
  type PathwayState,
  ProblemSummary,
  Question as QuestionFrame,
  Radios,
  SavedLine,
  Textarea,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { goodUntilOn } from '../answers.ts'
import type { Answer } from '../queries/answers.ts'
import type { PageDraft } from '../queries/drafts.ts'
import { type AnswerProblem, keepField, reasonField, type Typed } from '../read-page.ts'
import type { PageToFill } from '../save-page.ts'
import { named, shownValue } from '../shown-text.ts'
import { words } from '../words.ts'
import { problemWords } from './problem-words.ts'
import { QuestionBlock, QuestionField, type QuestionProps } from './question-field.tsx'

export interface PageToFillProps {
  page: PageContext
  frame: CaseFrame
  fill: PageToFill
  pathway: Pathway
  typed: Typed
  version: number
  draft: PageDraft | undefined
  problems: AnswerProblem[]
  menu: (PathwayState & { href: string; isCurrent: boolean })[]
}

/** One page of the assessment: what is known already, then what is asked, in any order. */
export function PageToFillPage(props: PageToFillProps) {
  const { page, frame, fill, pathway, menu, draft, version } = props
  const say = words(page.locale)
  const name = frame.calledName
  const { url, checkUrl } = urlsOf(fill.assessment.id, pathway)
  const number = menu.findIndex(({ isCurrent }) => isCurrent) + 1
  const title = menu[number - 1]!.name
  const next = menu[number]
  const problems = problemWords(props.problems, page.locale, name)
  const errors = new Map(problems.map(({ field, message }) => [field, message]))
  const asked = fill.questions.map((question) => ({ question, typed: props.typed, errors, locale: page.locale, name }))
  const known = asked.filter(({ question }) => fill.good.has(question.key))
  const form = (
    <form method="post" action={url} novalidate data-draft-url={`${url}/draft`}>
      <input type="hidden" name="version" value={version} />
      {known.length > 0 && (
        <QuestionFrame id="known" title={say('known-before')}>
          {known.map((each) => (
            <Known {...each} earlier={fill.good.get(each.question.key)!} />
          ))}
        </QuestionFrame>
      )}
      {asked
        .filter((each) => !known.includes(each))
        .map((each) => (
          <QuestionBlock {...each} />
        ))}
      {fill.hasHidden && <p class="govuk-body tl-quiet">{say('page.hidden')}</p>}
      <SavedLine time={draft && formatTime(page.locale, draft.savedAt)} note={noteOf(props)} />
      <ButtonGroup>
        <Button name="go" value="next">
          {next ? say('page.next', { page: inSentence(next.name) }) : say('page.to-check')}
        </Button>
        <Button kind="secondary" name="go" value="stop">
          {say('page.stop')}
        </Button>
      </ButtonGroup>
    </form>
  )
  return (
    <CaseLayout page={page} frame={frame} current="assessment" title={title} hasProblems={problems.length > 0}>
      <ProblemSummary problems={problems} />
      <Columns
        menu={<PathwayMenu label={say('page.pages')} pathways={menu} />}
        main={
          <>
            <h1 class="govuk-heading-l">{title}</h1>
            <p class="govuk-body">{say('page.where', { number, count: menu.length })}</p>
            <p class="govuk-body tl-noprint">
              <a class="govuk-link" href={checkUrl}>
                {say('page.check')}
              </a>
            </p>
            {form}
          </>
        }
      />
    </CaseLayout>
  )
}

export const slugOf = (pathway: string): string => pathway.toLowerCase().replaceAll('_', '-')
export const urlsOf = (assessmentId: string, pathway: string) => ({
  url: `/assessments/${assessmentId}/pages/${slugOf(pathway)}`,
  checkUrl: `/assessments/${assessmentId}/check`,
})

/** An earlier answer that is still good: keep it, change it, or ask again and say why. */
function Known(props: QuestionProps & { earlier: Answer }) {
  const { question, typed, errors, locale, earlier } = props
  const say = words(locale)
  const [keep, why] = [keepField(question.key), reasonField(question.key)]
  const chosen = String([typed[keep] ?? 'same'].flat()[0])
  const isOpen = chosen !== 'same' || errors.has(question.key) || errors.has(why) || errors.has(keep)
  const until = goodUntilOn(question, earlier.givenOn)!
  const source = say('known-before.by', {
    name: earlier.askedByName,
    agency: earlier.agencyName,
    day: formatDay(locale, earlier.givenOn, 'full'),
    until: formatDay(locale, until, 'full'),
  })
  const items = (['same', 'changed', 'ask'] as const).map((value) => ({ value, text: say(`keep.${value}`) }))
  const legend = { text: say('keep.legend'), class: 'govuk-visually-hidden' }
  return (
    <AlreadyAnswered
      id={`${question.key}-known`}
      question={named(question.text, locale, props.name)}
      answer={shownValue(question, earlier, locale, props.name) || earlier.shownText}
      source={source}
    >
      <Radios name={keep} legend={legend} items={items} value={chosen} error={errors.get(keep)} isInline isSmall />
      <Details summary={say('keep.new')} isOpen={isOpen}>
        <QuestionField {...props} />
        <Textarea
          name={why}
          label={say('keep.why')}
          hint={say('keep.why-hint')}
          rows={2}
          value={[typed[why] ?? ''].flat()[0]}
          error={errors.get(why)}
        />
      </Details>
    </AlreadyAnswered>
  )
}

function noteOf({ page, draft }: PageToFillProps): string {
  const say = words(page.locale)
  const note = say('page.draft-note')
  if (!draft) return note
  const isMine = draft.savedByName === page.reader?.name
  return isMine ? `· ${note}` : `${say('page.draft-by', { name: draft.savedByName })} · ${note}`
}

const inSentence = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
