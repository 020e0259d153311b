import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  CharacterCount,
  Input,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Select,
} from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { purposeLabel, purposes } from '../../sight/index.ts'
import { words } from '../words.ts'

export interface AskProps {
  page: PageContext
  gateways: readonly { code: string; citation: string }[]
  form: { typed: Typed; problems: Problem[] }
}

/** Asks to join the case of one person, told by an exact number. */
export function AskPage({ page, gateways, form }: AskProps) {
  const { locale } = page
  const say = words(locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <Layout page={page} title={say('ask.title')} hasProblems={form.problems.length > 0}>
      <BackLink href="/case-requests">{say('list.title')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('ask.title')} sub={say('ask.sub')} />
      <form method="post" action="/case-requests" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input
          name="identifier"
          label={say('ask.number')}
          hint={say('ask.number-hint')}
          width={20}
          autocomplete="off"
          value={typedText(form, 'identifier')}
          error={error('identifier')}
        />
        <Radios
          name="purpose"
          legend={{ text: say('ask.purpose'), size: 'm' }}
          isSmall
          items={purposes.map((value) => ({ value, text: purposeLabel(locale, value) }))}
          value={typedText(form, 'purpose')}
          error={error('purpose')}
        />
        <Select
          name="gateway"
          label={say('ask.gateway')}
          value={typedText(form, 'gateway')}
          error={error('gateway')}
          items={[
            { value: '', text: say('ask.choose') },
            ...gateways.map(({ code, citation }) => ({ value: code, text: citation })),
          ]}
        />
        <CharacterCount
          name="reason"
          label={say('ask.reason')}
          hint={say('ask.reason-hint')}
          maxLength={1_000}
          rows={4}
          value={typedText(form, 'reason')}
          error={error('reason')}
        />
        <Button>{say('ask.button')}</Button>
      </form>
    </Layout>
  )
}
