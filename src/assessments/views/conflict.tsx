import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatTime } from '../../platform/dates.ts'
import { Button, ButtonGroup, ConflictColumns, PageHead } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import type { PageDraft } from '../queries/drafts.ts'
import { noAnswer, type Question } from '../question-set.ts'
import { fieldsOf, type Typed } from '../read-page.ts'
import { named, shownNoAnswer } from '../shown-text.ts'
import { words } from '../words.ts'

export interface ConflictPageProps {
  page: PageContext
  frame: CaseFrame
  questions: Question[]
  url: string
  theirs: PageDraft
  mine: Typed
}

/** Two colleagues wrote on one page: both versions side by side, and nothing lost. */
export function ConflictPage({ page, frame, questions, url, theirs, mine }: ConflictPageProps) {
  const say = words(page.locale)
  const name = theirs.savedByName
  const rows = questions
    .map((question) => ({
      part: named(question.text, page.locale, frame.calledName),
      theirs: shown(question, theirs.typed, page.locale, frame.calledName),
      mine: shown(question, mine, page.locale, frame.calledName),
    }))
    .filter((row) => row.theirs !== row.mine)
    .map((row) => ({
      ...row,
      theirs: row.theirs || say('conflict.nothing'),
      mine: row.mine || say('conflict.nothing'),
    }))
  return (
    <CaseLayout page={page} frame={frame} current="assessment" title={say('conflict.title', { name })}>
      <PageHead
        title={say('conflict.title', { name })}
        sub={say('conflict.lead', { name, time: formatTime(page.locale, theirs.savedAt) })}
      />
      <form method="post" action={url}>
        <input type="hidden" name="version" value={theirs.version} />
        {questions
          .flatMap(({ key }) => fieldsOf(key))
          .flatMap((field) =>
            [mine[field] ?? []].flat().map((value) => <input type="hidden" name={field} value={value} />),
          )}
        <ConflictColumns
          caption={say('conflict.title', { name })}
          part={say('conflict.part')}
          theirs={say('conflict.theirs', { name })}
          mine={say('conflict.mine')}
          rows={rows}
        />
        <ButtonGroup>
          <Button name="go" value="next">
            {say('conflict.keep-mine')}
          </Button>
          <Button kind="secondary" href={url}>
            {say('conflict.keep-theirs', { name })}
          </Button>
          <Button kind="secondary" name="go" value="edit">
            {say('conflict.edit')}
          </Button>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

/** What was typed to a question, in words; also what could not be taken as an answer. */
function shown(question: Question, typed: Typed, locale: Locale, name: string): string {
  return fieldsOf(question.key)
    .flatMap((field) => [typed[field] ?? []].flat())
    .filter((value) => value !== '')
    .map((value) => wordOf(question, value, locale, name))
    .join('; ')
}

function wordOf({ options, key }: Question, value: string, locale: Locale, name: string): string {
  if (value === noAnswer) return shownNoAnswer(locale, name)
  const keep = ['same', 'changed', 'ask'].includes(value) ? (value as 'same' | 'changed' | 'ask') : undefined
  if (keep && key) return words(locale)(`keep.${keep}`)
  const option = options?.find(({ code }) => code === value)
  return option ? named(option.text, locale, name) : value
}
