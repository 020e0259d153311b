import type { Pathway } from '../../needs/index.ts'
import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Cell,
  Link,
  Note,
  PageHead,
  Row,
  RowHead,
  Section,
  StatusTag,
  Table,
} from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { StoredSet } from '../queries/question-sets.ts'
import { type AssessmentType, assessmentTypes, type Question } from '../question-set.ts'
import { named } from '../shown-text.ts'
import { type Say, words } from '../words.ts'

/** Every question set with its versions. */
export function QuestionSetsPage({ page, sets }: { page: PageContext; sets: StoredSet[] }) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('sets.title')}>
      <PageHead title={say('sets.title')} sub={say('sets.lead')} />
      {assessmentTypes.map((type) => (
        <Section id={`h-${type.toLowerCase()}`} title={say(`type.${type}`)}>
          <ul class="tl-list">
            {sets
              .filter((set) => set.type === type)
              .map((set) => (
                <li>
                  <div>
                    <Link class="tl-link tl-link--strong" href={`/question-sets/${set.id}`}>
                      {say('sets.version', { version: set.version })}
                    </Link>
                    <p class="tl-quiet">{stateOf(page, say, set)}</p>
                  </div>
                </li>
              ))}
          </ul>
          <NewVersion say={say} type={type} draft={sets.find((set) => set.type === type && !set.publishedAt)} />
        </Section>
      ))}
    </Layout>
  )
}

function NewVersion({ say, type, draft }: { say: Say; type: AssessmentType; draft: StoredSet | undefined }) {
  if (draft) {
    return (
      <Button kind="secondary" href={`/question-sets/${draft.id}`}>
        {say('sets.edit')}
      </Button>
    )
  }
  return (
    <form method="post" action="/question-sets">
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="type" value={type} />
      <Button kind="secondary">
        {say('sets.new')}
        <span class="govuk-visually-hidden">: {say(`type.${type}`)}</span>
      </Button>
    </form>
  )
}

function stateOf({ locale }: PageContext, say: Say, { publishedAt, retiredAt }: StoredSet): string {
  if (retiredAt) return say('sets.retired', { day: formatDay(locale, dayAt(retiredAt), 'full') })
  return publishedAt ? say('sets.published', { day: formatDay(locale, dayAt(publishedAt), 'full') }) : say('sets.draft')
}

export interface QuestionSetPageProps {
  page: PageContext
  set: StoredSet
  nameOf: (pathway: Pathway) => string
  isChangedMeanwhile?: boolean
}

/** One version, page by page; a draft can be edited, published or thrown away. */
export function QuestionSetPage({ page, set, nameOf, isChangedMeanwhile }: QuestionSetPageProps) {
  const say = words(page.locale)
  const isDraft = !set.publishedAt
  const title = say('set.title', { type: say(`type.${set.type}`), version: set.version })
  const columns = [{ text: say('set.question') }, { text: say('set.kind') }, { text: say('set.good') }]
  const sub = isDraft ? say('set.draft-lead') : stateOf(page, say, set)
  const add = isDraft && (
    <Button kind="secondary" href={`/question-sets/${set.id}/new-question`}>
      {say('set.add')}
    </Button>
  )
  return (
    <Layout page={page} title={title}>
      <BackLink href="/question-sets">{say('sets.title')}</BackLink>
      <PageHead title={title} sub={sub} actions={add} />
      {isChangedMeanwhile && (
        <Note tone="warn">
          <p>{say('set.changed-meanwhile')}</p>
        </Note>
      )}
      {set.body.pages.map(({ pathway, questions }) => (
        <Table caption={nameOf(pathway)} columns={isDraft ? [...columns, { text: say('set.order') }] : columns}>
          {questions.map((question) => (
            <Row>
              <RowHead>
                <Name page={page} set={set} question={question} isDraft={isDraft} />
              </RowHead>
              <Cell label={say('set.kind')}>{say(`kind.${question.kind}`)}</Cell>
              <Cell label={say('set.good')}>{say('set.shelf', { days: question.shelfLifeInDays })}</Cell>
              {isDraft && (
                <Cell label={say('set.order')}>
                  <Moves say={say} set={set} question={question} name={named(question.text, page.locale, '…')} />
                </Cell>
              )}
            </Row>
          ))}
        </Table>
      ))}
      {isDraft && <Publication say={say} set={set} />}
    </Layout>
  )
}

function Name({
  page,
  set,
  question,
  isDraft,
}: {
  page: PageContext
  set: StoredSet
  question: Question
  isDraft: boolean
}) {
  const text = named(question.text, page.locale, '…')
  return (
    <>
      {isDraft ? (
        <Link class="tl-link" href={`/question-sets/${set.id}/questions/${question.key}`}>
          {text}
        </Link>
      ) : (
        text
      )}
      {question.isRestricted && <StatusTag tone="warn">{words(page.locale)('set.restricted')}</StatusTag>}
    </>
  )
}

function Moves({ say, set, question, name }: { say: Say; set: StoredSet; question: Question; name: string }) {
  return (
    <form method="post" action={`/question-sets/${set.id}/questions/${question.key}/place`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="editVersion" value={set.editVersion} />
      <div class="tl-actions">
        {(['up', 'down', 'remove'] as const).map((place) => (
          <button class="tl-linklike" type="submit" name="place" value={place}>
            {say(`set.${place}`)}
            <span class="govuk-visually-hidden">: {name}</span>
          </button>
        ))}
      </div>
    </form>
  )
}

function Publication({ say, set }: { say: Say; set: StoredSet }) {
  return (
    <form method="post" action={`/question-sets/${set.id}/publication`}>
      <input type="hidden" name="formId" value={newId()} />
      <input type="hidden" name="editVersion" value={set.editVersion} />
      <p class="govuk-body">{say('set.publish-about')}</p>
      <ButtonGroup>
        <Button preventDoubleClick>{say('set.publish')}</Button>
        <Button kind="warning" attributes={{ formaction: `/question-sets/${set.id}/disposal` }}>
          {say('set.throw-away')}
        </Button>
      </ButtonGroup>
    </form>
  )
}
