import { type DayOffset, moment } from '../calendar.ts'
import { calledName } from '../generate/notes.ts'
import type { Profile } from '../profile.ts'
import { answersOf, type QuestionSetRow, type QuestionText } from './answers.ts'
import { agencyIdOf, type Context, type OfCase, record } from './context.ts'

/** The first assessment as far as it has come, and the plan before release, which asks what the first did not. */
export function writeAssessments(context: Context, ofCase: OfCase, profile: Profile): void {
  const [first, plan] = ['BCST2', 'RESETTLEMENT_PLAN'].map((name) =>
    context.questionSets.find(({ type }) => type === name),
  )
  if (!first || !plan || profile.assessment === 'NONE') return

  writeAssessment(context, ofCase, profile, first, profile.assessedOn)
  if (profile.planOn === null || profile.assessment !== 'SUBMITTED') return
  const known = new Set(first.body.pages.flatMap(({ questions }) => questions.map(({ key }) => key)))
  const pages = plan.body.pages.map(({ pathway, questions }) => {
    return { pathway, questions: questions.filter(({ key }) => !known.has(key) || askedEachTime.test(key)) }
  })
  writeAssessment(context, ofCase, profile, { ...plan, body: { pages } }, profile.planOn)
}

const askedEachTime = /-(own-words|readiness|support-wanted)$/

function writeAssessment(
  context: Context,
  ofCase: OfCase,
  profile: Profile,
  set: QuestionSetRow,
  day: DayOffset,
): void {
  const { sheets, newId, calendar, partnership } = context
  const asker = profile.workers.find(({ role }) => role === 'KEY_WORKER')?.worker
  const by = asker ?? partnership.voiceOf(profile.stay.prison).key
  const workerId = partnership.worker(by).id
  const id = newId()
  const isDone = profile.assessment === 'SUBMITTED'
  const at = moment(day, 640)
  sheets.add('assessment', {
    id,
    case_id: ofCase.caseId,
    person_id: ofCase.personId,
    type: set.type as 'BCST2',
    question_set_id: set.id,
    begun_by: workerId,
    begun_at: calendar.past(at - 60),
    submitted_by: isDone ? workerId : null,
    submitted_at: isDone ? calendar.past(at) : null,
    owner_agency_id: agencyIdOf(context, by),
  })
  const said = { subjectId: id, fieldGroup: 'assessment', by, details: { type: set.type } }
  record(context, ofCase, { ...said, name: 'assessment.begun', at: at - 60 })
  if (isDone) record(context, ofCase, { ...said, name: 'assessment.submitted', at })
  for (const { pathway, questions } of isDone ? set.body.pages : set.body.pages.slice(0, 4)) {
    const page = { id, by, day, pathway, questions }
    if (isDone) writeAnswers(context, ofCase, profile, page)
    else writeDraft(context, ofCase, profile, page)
  }
}

interface Page {
  id: string
  by: string
  day: DayOffset
  pathway: string
  questions: QuestionText[]
}

function writeAnswers(
  context: Context,
  ofCase: OfCase,
  profile: Profile,
  { id, by, day, pathway, questions }: Page,
): void {
  const { sheets, newId, calendar, partnership } = context
  const at = calendar.past(moment(day, 640))
  const ownerId = agencyIdOf(context, by)
  for (const [question, said] of answersOf(context, profile, pathway, questions)) {
    const isRestricted = question.isRestricted ?? false
    const life = question.shelfLifeInDays
    sheets.add('answer', {
      id: newId(),
      assessment_id: id,
      case_id: ofCase.caseId,
      person_id: ofCase.personId,
      pathway,
      question_key: question.key,
      question_text: question.text.en.replaceAll('{name}', calledName(profile)),
      locale: 'en',
      value: JSON.stringify({ codes: said.codes, words: said.words, position: questions.indexOf(question) }),
      shown_text: said.shown,
      is_no_answer: said.codes.includes('NO_ANSWER'),
      is_restricted: isRestricted,
      asked_by: partnership.worker(by).id,
      agency_id: ownerId,
      answered_at: at,
      good_until_on: life === 0 ? null : calendar.day(day + life),
      owner_agency_id: ownerId,
      sensitivity: isRestricted ? 'RESTRICTED' : 'STANDARD',
      basis: 'SELF_REPORT',
    })
  }
}

function writeDraft(
  context: Context,
  { caseId }: OfCase,
  profile: Profile,
  { id, by, day, pathway, questions }: Page,
): void {
  const { sheets, calendar, partnership } = context
  const answers = answersOf(context, profile, pathway, questions).filter(
    ([question, { codes }]) => !question.isRestricted && codes[0] !== 'NO_ANSWER',
  )
  const typed = Object.fromEntries(
    answers.map(([{ key }, { codes, words }]) => [key, codes.length > 1 ? codes : (codes[0] ?? words)]),
  )
  sheets.add('assessment_draft', {
    assessment_id: id,
    case_id: caseId,
    pathway,
    typed: JSON.stringify(typed),
    saved_by: partnership.worker(by).id,
    saved_at: calendar.past(moment(day, 640)),
    is_done: true,
    owner_agency_id: agencyIdOf(context, by),
  })
}
