import { formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, ButtonGroup, CharacterCount, Checkboxes, Details, Input, Link, PageHead, ProblemSummary, problemOf, Radios, SavedLine, Section, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { deeds, feelings, risks } from '../call-codes.ts'
import { whens } from '../call-form.ts'
import type { FoundCaller, KnownCaller } from '../queries/callers.ts'
import type { Call } from '../queries/calls.ts'
import type { CrisisPlan } from '../queries/crisis-plans.ts'
import type { EmergencyNumber } from '../queries/numbers.ts'
import { words } from '../words.ts'
import { AboutThem } from './about-them.tsx'
import { HandOn, WhoCalls } from './call-parts.tsx'
import { Danger } from './danger.tsx'
import { timeSaid } from './said.ts'

export interface CallProps {
  page: PageContext
  call: Call
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  known: KnownCaller | undefined
  found: readonly FoundCaller[]
  /** In whose record the number stands that this call comes from. */
  byNumber: readonly FoundCaller[]
  sought: string
  plan: CrisisPlan | undefined
  earlier: readonly Call[]
  numbers: readonly EmergencyNumber[]
}

/** Everything of one call in one form: who it is, how they are, danger, what was agreed, what happens next. */
export function CallPage(props: CallProps & { wasKept: boolean }) {
  const { page, call, form, known, plan, earlier, numbers, wasKept } = props
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  const savedAt =
    call.savedAt && (wasKept || typedText(form, 'who')) ? formatTime(page.locale, call.savedAt) : undefined
  return (
    <Layout page={page} title={say('call.title')} hasProblems={form.problems.length > 0}>
      <BackLink href={`/helpline/${call.helplineId}`}>{say('call.back')}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead
        actions={<Link href="#h-danger">{say('danger.link')}</Link>}
        title={known ? say('call.title-of', { name: known.name }) : say('call.title')}
        sub={say('call.since', {
          time: timeSaid(page.locale, call.answeredAt ?? call.rangAt, page.now),
          from: call.fromPhone || 'none',
        })}
      />
      <form
        method="post"
        action={`/helpline-calls/${call.id}`}
        class="tl-callform"
        data-draft-url={`/helpline-calls/${call.id}/draft`}
        novalidate
      >
        <input type="hidden" name="formId" value={newId()} />
        <WhoCalls {...props} error={error} say={say} />
        {known && <AboutThem page={page} callId={call.id} known={known} plan={plan} earlier={earlier} />}
        <Section id="h-how" title={say('call.how')}>
          <Radios
            name="feeling"
            legend={strong(say('call.feeling'))}
            isInline
            value={typedText(form, 'feeling')}
            error={error('feeling')}
            items={feelings.map((code) => ({ value: code, text: say(`feeling.${code}`) }))}
          />
          <CharacterCount
            name="words"
            label={say('call.words')}
            hint={say('call.words-hint')}
            rows={4}
            maxLength={4000}
            value={typedText(form, 'words')}
            error={error('words')}
          />
        </Section>
        <Danger numbers={numbers} say={say}>
          <Radios
            name="risk"
            legend={strong(say('call.risk'))}
            value={typedText(form, 'risk')}
            error={error('risk')}
            items={risks.map((code) => ({ value: code, text: say(`risk.${code}`) }))}
          />
          <Checkboxes
            name="did"
            legend={strong(say('call.did'))}
            hint={say('call.did-hint')}
            values={typedList(form, 'did')}
            error={error('did')}
            items={deeds.map((code) => ({ value: code, text: say(`did.${code}`) }))}
          />
          <Details summary={say('call.passed-to')}>
            <Checkboxes
              name="passedTo"
              legend={say('call.passed-to-which')}
              values={typedList(form, 'passedTo')}
              items={numbers.map(({ name, phone }) => ({ value: name, text: `${name}, ${phone}` }))}
            />
          </Details>
        </Danger>
        <Section id="h-next" title={say('call.next')}>
          <Textarea
            name="agreed"
            label={say('call.agreed')}
            hint={say('call.agreed-hint')}
            rows={3}
            value={typedText(form, 'agreed')}
            error={error('agreed')}
          />
          <Radios
            name="when"
            legend={strong(say('call.when'))}
            value={typedText(form, 'when')}
            error={error('when')}
            isInline
            items={whens.map((code) => ({ value: code, text: say(`when.${code}`) }))}
          />
          <Input
            name="at"
            label={say('call.at')}
            hint={say('call.at-hint')}
            width={5}
            value={typedText(form, 'at')}
            error={error('at')}
            inputMode="numeric"
          />
          <Input
            name="phone"
            label={say('call.phone')}
            type="tel"
            width={20}
            autocomplete="off"
            value={typedText(form, 'phone') || call.fromPhone}
            error={error('phone')}
          />
          <Input
            name="backWords"
            label={say('call.back-words')}
            hint={say('call.back-words-hint')}
            value={typedText(form, 'backWords')}
            error={error('backWords')}
          />
        </Section>
        <HandOn {...props} error={error} say={say} />
        <ButtonGroup>
          <Button name="do" value="close" preventDoubleClick>
            {say('call.close')}
          </Button>
          <Button kind="secondary" name="do" value="keep">
            {say('call.keep')}
          </Button>
        </ButtonGroup>
        <SavedLine time={savedAt} note={say('call.kept-note')} />
      </form>
    </Layout>
  )
}

/** A question that stands out on a long page. */
const strong = (text: string) => ({ text, class: 'govuk-fieldset__legend--s' })
