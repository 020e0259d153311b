import { languageName } from '../../people/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { Link, Note, PlainList } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { planParts } from '../crisis-plan-form.ts'
import type { KnownCaller } from '../queries/callers.ts'
import type { Call } from '../queries/calls.ts'
import type { CrisisPlan } from '../queries/crisis-plans.ts'
import { words } from '../words.ts'

/** What a call needs of somebody whom the line knows: their crisis plan, the language, and the last calls. */
export function AboutThem({ page, callId, known, plan, earlier }: AboutProps) {
  const { locale } = page
  const say = words(locale)
  return (
    <Note title={say('about.title', { name: known.calledName })}>
      {known.language && <p>{say('about.language', { language: languageName(locale, known.language) })}</p>}
      {plan ? <PlanWords plan={plan} page={page} /> : <p>{say('about.no-plan')}</p>}
      <p>
        <Link href={`/helpline-calls/${callId}/crisis-plan`}>{say(plan ? 'plan.change-link' : 'plan.write-link')}</Link>
      </p>
      {earlier.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say('about.earlier')}</h3>
          <PlainList>
            {earlier.map((call) => (
              <li>
                {formatAt(locale, call.rangAt)}: {say(`feeling.${call.feeling!}`)}. {say(`risk.${call.risk!}`)}
                {call.agreed && <small>{say('about.agreed', { what: call.agreed })}</small>}
              </li>
            ))}
          </PlainList>
        </>
      )}
    </Note>
  )
}

interface AboutProps {
  page: PageContext
  callId: string
  known: KnownCaller
  plan: CrisisPlan | undefined
  earlier: readonly Call[]
}

/** A crisis plan as it is read: what was left empty is left out. */
export function PlanWords({ plan, page: { locale } }: { plan: CrisisPlan; page: PageContext }) {
  const say = words(locale)
  return (
    <>
      <dl class="tl-plan-words">
        {planParts
          .filter((part) => plan[part])
          .map((part) => (
            <div>
              <dt>{say(`plan.${part}`)}</dt>
              <dd>{plan[part]}</dd>
            </div>
          ))}
      </dl>
      <p class="tl-quiet">
        {say(plan.isWithPerson ? 'plan.written-with' : 'plan.written-without', {
          at: formatAt(locale, plan.writtenAt),
          by: plan.writtenBy || plan.agencyName,
        })}
      </p>
    </>
  )
}
