import { newId } from '../../platform/ids.ts'
import {
  BackLink, Button, ButtonGroup, Input, Link, ProblemSummary, problemOf, Radios, Select, Textarea,
} from '../../platform/web/components/index.ts' // biome-ignore format: a list
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Referral } from '../queries/referrals.ts'
import { endReasons, outcomeResults, withdrawReasons } from '../reasons.ts'
import { mayMove, type Side } from '../referral-states.ts'
import { words } from '../words.ts'
import { titleOf } from './referral.tsx'

interface Props {
  page: PageContext
  referral: Referral
  sides: readonly Side[]
  form: { typed: Typed; problems: Problem[] }
}

/** Ends a service: what came of each thing it was to lead to, and how the person saw it. */
export function EndReferralPage({ page, referral, sides, form }: Props) {
  const say = words(page.locale)
  const mayComplete = mayMove(referral.status, 'COMPLETED', sides)
  const field = fieldOf(page, form)
  const results = outcomeResults.map((value) => ({ value, text: say(`result.${value}`) }))
  return (
    <Layout page={page} title={say('ending.title')} hasProblems={form.problems.length > 0}>
      <BackLink href={`/referrals/${referral.id}`}>{titleOf(page, referral)}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{say('ending.title')}</h1>
      <form method="post" action={`/referrals/${referral.id}/end`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={referral.version} />
        <Radios
          name="kind"
          legend={{ text: say('ending.how'), size: 'm' }}
          value={typedText(form, 'kind')}
          error={problemOf(form.problems, 'kind', say)}
          items={[
            mayComplete && { value: 'COMPLETED', text: say('ending.completed') },
            {
              value: 'ENDED_EARLY',
              text: say('ending.early'),
              conditional: (
                <>
                  <Select
                    {...field('reason')}
                    label={say('answer.reason')}
                    items={[
                      { value: '', text: say('answer.choose') },
                      ...endReasons.map((value) => ({ value, text: say(`end.${value}`) })),
                    ]}
                  />
                  <Textarea {...field('words')} label={say('answer.words')} rows={2} />
                </>
              ),
            },
          ]}
        />
        {referral.desiredOutcomes.map((outcome, index) => (
          <Radios
            name={`result-${index}`}
            legend={{ text: say('ending.result', { outcome }), size: 's' }}
            items={results}
            value={typedText(form, `result-${index}`)}
            error={problemOf(form.problems, `result-${index}`, say)}
            isSmall
          />
        ))}
        <Input {...field('also')} label={say('ending.also')} hint={say('ending.also-hint')} width={30} />
        <Select
          {...field('also-result')}
          label={say('ending.also-result')}
          items={[{ value: '', text: say('answer.choose') }, ...results]}
        />
        <Textarea
          {...field('personsView')}
          label={{ text: say('ending.view'), size: 's' }}
          hint={say('ending.view-hint')}
          rows={3}
        />
        <ButtonGroup>
          <Button preventDoubleClick>{say('ending.save')}</Button>
          <Link href={`/referrals/${referral.id}`}>{say('ending.cancel')}</Link>
        </ButtonGroup>
      </form>
    </Layout>
  )
}

/** Takes a referral back: why, for those who were asked. */
export function WithdrawReferralPage({ page, referral, form }: Omit<Props, 'sides'>) {
  const say = words(page.locale)
  const field = fieldOf(page, form)
  return (
    <Layout page={page} title={say('withdrawing.title')} hasProblems={form.problems.length > 0}>
      <BackLink href={`/referrals/${referral.id}`}>{titleOf(page, referral)}</BackLink>
      <ProblemSummary problems={form.problems} say={say} />
      <h1 class="govuk-heading-l">{say('withdrawing.title')}</h1>
      <p class="govuk-body">{say('withdrawing.text', { provider: referral.providerName })}</p>
      <form method="post" action={`/referrals/${referral.id}/withdraw`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={referral.version} />
        <Radios
          name="reason"
          legend={{ text: say('withdrawing.why'), size: 'm' }}
          items={withdrawReasons.map((value) => ({ value, text: say(`withdraw.${value}`) }))}
          value={typedText(form, 'reason')}
          error={problemOf(form.problems, 'reason', say)}
        />
        <Textarea {...field('words')} label={say('answer.words')} rows={2} />
        <ButtonGroup>
          <Button kind="warning">{say('withdrawing.save')}</Button>
          <Link href={`/referrals/${referral.id}`}>{say('ending.cancel')}</Link>
        </ButtonGroup>
      </form>
    </Layout>
  )
}

function fieldOf({ locale }: PageContext, form: Props['form']) {
  const say = words(locale)
  return (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
}
