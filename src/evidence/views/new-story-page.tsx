import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, Checkboxes, Input, Link, Note, PageHead, ProblemSummary, problemOf, Radios, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  frame: CaseFrame
  /** Whether the person's yes to it stands. */
  isAgreed: boolean
  agencyId: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** Telling a case without a name; or how to ask the person first. */
export function NewStoryPage({ page, frame, isAgreed, agencyId, form }: Props) {
  const say = words(page.locale)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="overview"
      title={say('story.head')}
      hasProblems={form.problems.length > 0}
    >
      <BackLink href={`/cases/${frame.caseId}/consent`}>{say('story.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('story.head')} sub={say('story.sub')} />
      {isAgreed ? (
        <StoryForm page={page} frame={frame} form={form} />
      ) : (
        <Note title={say('story.ask-first')}>
          <p class="govuk-body">{say('story.ask-first-text', { name: frame.calledName })}</p>
          <p class="govuk-body tl-m0">
            <Link href={`/cases/${frame.caseId}/consent/new?kind=STORY&agency=${agencyId}`}>{say('story.ask')}</Link>
          </p>
        </Note>
      )}
    </CaseLayout>
  )
}

function StoryForm({ page, frame, form }: Pick<Props, 'page' | 'frame' | 'form'>) {
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <form method="post" action={`/cases/${frame.caseId}/story`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Input
        name="title"
        label={say('story.title')}
        value={typedText(form, 'title')}
        error={error('title')}
        width={30}
      />
      <Textarea
        name="words"
        label={say('story.words')}
        hint={say('story.words-hint')}
        value={typedText(form, 'words')}
        error={error('words')}
        rows={8}
      />
      <Radios
        name="locale"
        legend={say('story.locale')}
        value={typedText(form, 'locale') || page.locale}
        error={error('locale')}
        isInline
        items={locales.map((each) => ({ value: each, text: localeNames[each] }))}
      />
      <Checkboxes
        name="isPublic"
        legend={say('story.where')}
        values={typedList(form, 'isPublic')}
        items={[{ value: 'yes', text: say('story.public'), hint: say('story.public-hint') }]}
      />
      <Button>{say('story.tell')}</Button>
    </form>
  )
}
