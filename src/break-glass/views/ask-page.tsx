import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  CharacterCount,
  Empty,
  Input,
  Link,
  Note,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Section,
  WarningText,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { BreakGlass } from '../queries.ts'
import { words } from '../words.ts'
import { stateOf } from './state.ts'

export interface AskProps {
  page: PageContext
  form: { typed: Typed; problems: Problem[] }
  own: readonly BreakGlass[]
  /** A charity's workers read why they may not. */
  isPublic: boolean
  mayReview: boolean
}

/** The way in when somebody is in danger and the record is closed. */
export function AskPage({ page, form, own, isPublic, mayReview }: AskProps) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('ask.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        title={say('ask.title')}
        sub={say('ask.sub')}
        actions={mayReview && <Link href="/break-glass/reviews">{say('ask.reviews')}</Link>}
      />
      {isPublic ? (
        <form class="tl-noprint" method="post" action="/break-glass" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <WarningText>{say('ask.warning')}</WarningText>
          <Input
            name="identifier"
            label={say('ask.identifier')}
            hint={say('ask.identifier-hint')}
            width={20}
            value={typedText(form, 'identifier')}
            error={problemOf(form.problems, 'identifier', say)}
          />
          <CharacterCount
            name="reason"
            label={say('ask.reason')}
            hint={say('ask.reason-hint')}
            maxLength={1_000}
            rows={4}
            value={typedText(form, 'reason')}
            error={problemOf(form.problems, 'reason', say)}
          />
          <Button>{say('ask.button')}</Button>
        </form>
      ) : (
        <Note title={say('ask.not-public')}>
          <p>{say('ask.not-public-text')}</p>
        </Note>
      )}
      <Section id="h-own" title={say('ask.own')}>
        {own.length === 0 ? (
          <Empty title={say('ask.own-none')} />
        ) : (
          <PlainList>
            {own.map((glass) => (
              <li>
                <Link href={`/break-glass/${glass.id}`}>{glass.personName ?? glass.identifier}</Link>,{' '}
                {formatAt(locale, glass.usedAt)}. {stateOf(locale, glass, page.now)}
              </li>
            ))}
          </PlainList>
        )}
      </Section>
    </Layout>
  )
}
