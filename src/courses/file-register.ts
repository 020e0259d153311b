import type { Change } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import { getCourse } from './queries/courses.ts'
import { listSessionNotes, type RegisterLine, readRegister } from './queries/register.ts'
import { type CourseSession, findSession } from './queries/sessions.ts'
import { insertUnfiledRegister, type Said, settleUnfiledRegister, type WhyUnfiled } from './queries/unfiled.ts'
import { type TakenRegister, takeRegister } from './take-register.ts'

const longestNote = 4000

/** A register that was taken without a network. */
export interface RegisterFromWing {
  id: string
  sessionId: string
  /** Undefined where what was filled in makes no register. */
  register: TakenRegister | undefined
  said: Said
  writtenAt: Date
}

/** Keeps a register that comes late. What cannot be kept as it came waits for its author: nothing marked is lost, and nothing newer is undone. */
export async function fileRegister(change: Change, sent: RegisterFromWing): Promise<'filed' | 'aside'> {
  const { id, register, said, writtenAt } = sent
  const session = await findSession(change, sent.sessionId)
  const isOwn = session && (await getCourse(change, session.courseId)).agencyId === change.actor.agencyId
  const late = register && { ...register, writtenAt }
  const why = isOwn ? await whyNot(change, session, late) : 'NOT_FOUND'
  if (session && late && !why) {
    await takeRegister(change, session.id, await besideWhatStands(change, session, late))
    return 'filed'
  }
  const sessionId = (isOwn && session.id) || null
  await insertUnfiledRegister(change, { id, sessionId, why: why ?? 'INCOMPLETE', said, writtenAt })
  change.record({ name: 'course.register-kept-aside', subjectId: id, fieldGroup: 'administration', details: { why } })
  return 'aside'
}

/** A register whose author has looked at it again is kept as they say now. @throws Refusal as `takeRegister`, `course.unfiled-not-found` */
export async function fileUnfiledRegister(change: Change, id: string, sessionId: string, register: TakenRegister) {
  const courseId = await takeRegister(change, sessionId, register)
  if (!(await settleUnfiledRegister(change, id, 'FILED'))) throw new Refusal('not found', 'course.unfiled-not-found')
  return courseId
}

/** @throws Refusal `course.unfiled-not-found` */
export async function throwRegisterAway(change: Change, id: string): Promise<void> {
  if (!(await settleUnfiledRegister(change, id, 'THROWN_AWAY')))
    throw new Refusal('not found', 'course.unfiled-not-found')
  change.record({ name: 'course.register-thrown-away', subjectId: id, fieldGroup: 'administration' })
}

type Late = TakenRegister & { writtenAt: Date }

async function whyNot(change: Change, session: CourseSession, late: Late | undefined): Promise<WhyUnfiled | undefined> {
  if (!late) return 'INCOMPLETE'
  if (session.cancelledAt) return 'CANCELLED'
  const lines = await readRegister(change, session, [...late.marks.keys()])
  if ([...late.marks.keys()].some((placeId) => !lines.some((line) => line.placeId === placeId))) return 'NOT_SEEN'
  const isUndone = lines.some((line) => {
    const marked = late.marks.get(line.placeId)
    return marked && isNewer(change, line, late) && ownOf(change, line)!.mark !== marked.mark
  })
  if (isUndone) return 'MARKED_SINCE'
  return (await noteBeside(change, session, late)).length > longestNote ? 'INCOMPLETE' : undefined
}

const ownOf = ({ actor }: Change, { marks }: RegisterLine) => marks.find(({ takenBy }) => takenBy === actor.userId)

/** The author has marked this line after they took this register: at a desk after its page was drawn, or on a wing at a later hour. */
function isNewer(change: Change, line: RegisterLine, { seenUntil, writtenAt }: Late): boolean {
  const own = ownOf(change, line)
  if (!own) return false
  return own.writtenAt ? new Date(own.writtenAt) > writtenAt : new Date(own.markedAt) > seenUntil
}

/** Leaves out what is kept already, so that a reason written since stays, and puts a second note below the first. */
async function besideWhatStands(change: Change, session: CourseSession, late: Late): Promise<Late> {
  const lines = await readRegister(change, session, [...late.marks.keys()])
  const isKept = (placeId: string, { mark, why }: { mark: string; why: string }) => {
    const line = lines.find((each) => each.placeId === placeId)!
    const own = ownOf(change, line)
    return own?.mark === mark && !own.isOfOldTime && (why === '' || own.why === why || isNewer(change, line, late))
  }
  const marks = new Map([...late.marks].filter(([placeId, marked]) => !isKept(placeId, marked)))
  return { ...late, marks, note: await noteBeside(change, session, late) }
}

async function noteBeside(change: Change, session: CourseSession, { note }: Late): Promise<string> {
  const own = (await listSessionNotes(change, session.id)).find(({ writtenBy }) => writtenBy === change.actor.userId)
  if (!own || note === '') return note
  if (own.words.includes(note)) return ''
  return `${own.words}\n\n${note}`
}
