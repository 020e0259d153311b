import { formatDay } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import type { PassportFacts, ReferralFact, StepFact } from './facts.ts'
import type { PlanPathway } from './passport.ts'
import { words } from './words.ts'

interface Options {
  locale: Locale
  /** Whom the person can ask. */
  helper: string
  isFit: (text: string) => boolean
}

const other = 'OTHER'
/** Of these the paper says only what the person does about it: a service's name would give away the rest. */
const onlyOwnPart = new Set(['HEALTH', 'DRUGS_AND_ALCOHOL'])
const mostDone = 4
const longestOwnWords = 240

/** What is planned and what is done on each pathway; a pathway with nothing is left out. */
export function composePlan(facts: PassportFacts, options: Options): { pathways: PlanPathway[]; leftOutCount: number } {
  const { locale, isFit } = options
  const say = words(locale)
  let leftOutCount = 0
  const pathways: PlanPathway[] = []

  for (const { code, labels } of [...facts.pathways, { code: other, labels: undefined }]) {
    const lines = linesOf(code, facts, options)
    const fit = lines.filter(({ text }) => isFit(text))
    leftOutCount += lines.length - fit.length
    const said = onlyOwnPart.has(code) ? undefined : facts.ownWords.find(({ pathway }) => pathway === code)?.text
    const isSaid = said && said.length <= longestOwnWords && isFit(said)
    if (fit.length === 0) continue
    pathways.push({
      code,
      name: labels?.[locale] || nameOf(code, locale),
      ...(isSaid && { said: { label: say('plan.said'), text: said } }),
      lines: fit,
    })
  }
  return { pathways, leftOutCount }
}

type Line = PlanPathway['lines'][number]

function linesOf(code: string, facts: PassportFacts, options: Options): Line[] {
  const say = words(options.locale)
  const here = <T extends { pathway: string | null }>(all: T[]) =>
    all.filter(({ pathway }) => (pathway ?? other) === code)
  const isPrivate = onlyOwnPart.has(code)
  const done: string[] = []
  const next: string[] = []

  for (const step of here(facts.steps)) {
    if (isPrivate && !step.isForPerson) continue
    if (step.isDone) done.push(step.title)
    else next.push(stepText(step, options.locale))
  }
  if (!isPrivate) {
    for (const { title, count } of here(facts.attended)) done.push(say('plan.attended', { title, count }))
    for (const referral of here(facts.referrals)) {
      ;(referral.status === 'COMPLETED' ? done : next).push(referralText(referral, options.locale))
    }
    for (const need of here(facts.needs)) {
      if (need.isMet) done.push(need.words)
      else if (!isPlanned(need.id, facts))
        next.push(say('plan.unplanned', { words: bare(need.words), helper: options.helper }))
    }
  }
  return [
    ...done.slice(0, mostDone).map((text) => ({ text, isDone: true, hiddenText: say('plan.done') })),
    ...next.map((text) => ({ text, isDone: false, hiddenText: say('plan.next') })),
  ]
}

/** A need that a step or a referral already answers is not said twice. */
const isPlanned = (needId: string, { steps, referrals }: PassportFacts): boolean =>
  steps.some((step) => step.needId === needId && !step.isDone) ||
  referrals.some((referral) => referral.needId === needId)

function stepText({ title, dueOn, isForPerson, workerName, agencyName }: StepFact, locale: Locale): string {
  const say = words(locale)
  const text = dueOn ? say('plan.by', { title: bare(title), day: formatDay(locale, dueOn, 'brief') }) : bare(title)
  const who = workerName ?? agencyName
  return isForPerson || !who ? text : say('plan.who', { text, who })
}

function referralText({ status, provider, service, startsOn }: ReferralFact, locale: Locale): string {
  const say = words(locale)
  if (status === 'COMPLETED') return say('plan.completed', { provider, service })
  if (status === 'STARTED') return say('plan.started', { provider, service })
  if (status === 'ACCEPTED' && startsOn)
    return say('plan.starts', { provider, service, day: formatDay(locale, startsOn, 'brief') })
  if (status === 'ACCEPTED') return say('plan.accepted', { provider, service })
  return say('plan.asked', { provider })
}

/** A full stop goes where the line ends, not inside it. */
const bare = (text: string): string => text.replace(/\.$/, '')

const named = [
  'ACCOMMODATION',
  'ATTITUDES_THINKING_AND_BEHAVIOUR',
  'CHILDREN_FAMILIES_AND_COMMUNITY',
  'DRUGS_AND_ALCOHOL',
  'EDUCATION_SKILLS_AND_WORK',
  'FINANCE_AND_ID',
  'HEALTH',
] as const

/** The short name, not the one that staff use; a pathway that the partnership added goes by its code. */
function nameOf(code: string, locale: Locale): string {
  const say = words(locale)
  if (code === other) return say('pathway.other')
  const known = named.find((each) => each === code)
  return known ? say(`pathway.${known}`) : code
}
