import { type DayOffset, moment } from '../calendar.ts'
import { planSaid } from '../content.ts'
import type { Profile } from '../profile.ts'
import type { Random } from '../random.ts'
import { type Context, type OfCase, record } from './context.ts'
import type { PlannedStep, WrittenGoal } from './plan-rows.ts'

interface ReviewParts {
  random: Random
  profile: Profile
  goals: readonly WrittenGoal[]
  steps: readonly PlannedStep[]
}

const answers: [string, number][] = [
  ['AGREES', 60],
  ['IN_PART', 22],
  ['DISAGREES', 10],
  ['NOT_THERE', 8],
]

/** One or two reviews, some weeks ago: each keeps the plan as it was then, so that something has changed since. */
export function writeReviews(context: Context, ofCase: OfCase, parts: ReviewParts): void {
  const { random } = parts
  const days = random.chance(0.45) ? [-random.between(35, 60), -random.between(5, 20)] : [-random.between(8, 30)]
  days.forEach((day, at) => {
    writeReview(context, ofCase, parts, { number: at + 1, day, next: day + random.pick([14, 28, 42]) })
  })
}

interface Version {
  number: number
  day: DayOffset
  next: DayOffset
}

function writeReview(context: Context, ofCase: OfCase, parts: ReviewParts, { number, day, next }: Version): void {
  const { sheets, newId, calendar, partnership } = context
  const { random, profile } = parts
  const key = profile.workers[0]?.worker ?? partnership.voiceOf(profile.stay.prison).key
  const worker = partnership.worker(key)
  const [agreement] = random.pickWeighted(answers, ([, share]) => share)
  const said = agreement in planSaid.said ? planSaid.said[agreement as 'AGREES'] : ['']
  const id = newId()
  sheets.add('plan_review', {
    id,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    number,
    reviewed_on: calendar.day(day),
    agreement: agreement as 'AGREES',
    own_words: random.pick(said),
    contribution: agreement === 'NOT_THERE' ? '' : random.pick(planSaid.brought),
    present_ids: profile.workers.slice(0, 2).map((naming) => partnership.worker(naming.worker).id),
    others_present: '',
    epics_stage: number === 1 ? 'PLAN_TOGETHER' : 'INFLUENCE_AND_MOTIVATE',
    aspire_stage: number === 1 ? 'SENTENCE_PLAN' : 'IMPLEMENT',
    next_on: calendar.day(next),
    content: JSON.stringify(contentOn(context, parts, day)),
    made_by: worker.id,
    made_at: calendar.past(moment(day, 690)),
    owner_agency_id: partnership.agency(worker.agency).id,
  })
  const about = { subjectId: id, fieldGroup: 'plan', by: key, details: { number, agreement } }
  record(context, ofCase, { ...about, name: 'plan.reviewed', at: moment(day, 690) })
}

/** The plan as it was on a day: steps that were there then, and none of them closed that was closed later. */
function contentOn({ calendar, partnership }: Context, { goals, steps }: ReviewParts, day: DayOffset) {
  const until = moment(day, 690)
  return {
    goals: goals.map(({ id, words, kind, status }) => ({
      id,
      words,
      kind,
      status: status === 'ACHIEVED' ? 'ACTIVE' : status,
    })),
    steps: steps
      .filter(({ step }) => step.made <= until)
      .map(({ id, step }) => {
        const isForPerson = step.by === 'PERSON'
        const worker = isForPerson ? undefined : partnership.worker(step.by)
        const isLater = step.closed !== null && step.closed > until
        return {
          id,
          title: step.title,
          dueOn: step.due === null ? null : calendar.day(step.due),
          who: {
            isForPerson,
            ownerName: worker?.name ?? null,
            ownerAgencyName: worker ? partnership.agency(worker.agency).name : null,
          },
          status: isLater ? 'IN_PROGRESS' : step.status,
          reason: isLater ? '' : step.reason,
        }
      }),
  }
}

/** What the person said at their own door. */
export function writeReply({ sheets, newId, calendar }: Context, ofCase: OfCase, random: Random): void {
  sheets.add('plan_reply', {
    id: newId(),
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    goal_id: null,
    agreement: random.pick(['AGREES', 'IN_PART'] as const),
    words: random.pick(planSaid.replies),
    said_at: calendar.past(moment(-random.between(1, 4), 1_150)),
    owner_agency_id: ofCase.ownerId,
    basis: 'SELF_REPORT',
  })
}
