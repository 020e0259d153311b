import { addDays, type Day } from '../platform/calendar-day.ts'
import type { AnswerValue } from './answers.ts'
import type { Option, Question, RaisedNeed } from './question-set.ts'

export interface NewAnswer {
  question: Question
  value: AnswerValue
}

/** A need that an answer raises, and what ties it to its question so that it is not raised twice. */
export interface Raised {
  question: Question
  needKey: string
  text: RaisedNeed['text']
  neededByOn: Day | undefined
  /** Its lead time before it is needed (R038). */
  beginByOn: Day | undefined
}

/**
 * The needs that new answers raise. One is not raised again while the case has an open need of the same tie.
 *
 * @param openNeedKeys - ties of the needs that are open on the case.
 * @param releaseOn - undefined while no release date is known: such a need then has no day yet.
 */
export function needsRaised(
  answers: NewAnswer[],
  openNeedKeys: ReadonlySet<string>,
  { answeredOn, releaseOn }: { answeredOn: Day; releaseOn: Day | undefined },
): Raised[] {
  return answers.flatMap(({ question, value }) => {
    const chosen = (question.options ?? []).filter(({ code }) => value.codes.includes(code))
    return distinctNeeds(question, chosen)
      .filter((need) => !need.ties.some((tie) => openNeedKeys.has(tie)))
      .map(({ raises, ties }) => {
        const neededBy = raises.urgency === 'NOW' ? addDays(answeredOn, raises.leadTimeInDays) : releaseOn
        const beginBy = neededBy && beginByOn(raises, neededBy, answeredOn)
        return { question, needKey: ties[0]!, text: raises.text, neededByOn: neededBy, beginByOn: beginBy }
      })
  })
}

// Two options may raise the same need (abuse by two kinds of people): it is one need, and the more urgent day counts.
function distinctNeeds(question: Question, chosen: Option[]): { raises: RaisedNeed; ties: string[] }[] {
  const raising = chosen.filter((option) => option.raises).toSorted((one, other) => rank(one) - rank(other))
  const texts = new Set(raising.map((option) => option.raises!.text.en))
  return [...texts].map((text) => {
    const first = raising.find((option) => option.raises!.text.en === text)!
    const alike = question.options!.filter((option) => option.raises?.text.en === text)
    const ties =
      question.kind === 'many' ? [first, ...alike].map(({ code }) => `${question.key}/${code}`) : [question.key]
    return { raises: first.raises!, ties }
  })
}

const rank = ({ raises }: Option) => (raises?.urgency === 'NOW' ? 0 : 1)

const beginByOn = ({ urgency, leadTimeInDays }: RaisedNeed, neededBy: Day, answeredOn: Day): Day => {
  const ideal = urgency === 'NOW' ? answeredOn : addDays(neededBy, -leadTimeInDays)
  return ideal < answeredOn ? answeredOn : ideal
}
