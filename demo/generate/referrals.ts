import { type Moment, moment } from '../calendar.ts'
import { noteTexts } from '../content.ts'
import type { Referral } from '../profile.ts'
import type { Random } from '../random.ts'
import type { About } from './needs.ts'

export type ReferralState =
  | 'SENT'
  | 'RECEIVED'
  | 'ACCEPTED'
  | 'STARTED'
  | 'COMPLETED'
  | 'ENDED_EARLY'
  | 'DECLINED'
  | 'EXPIRED'
  | 'WITHDRAWN'

/** Days since it was sent: least and most, long enough for all that has happened since. */
const age: Record<ReferralState, [number, number]> = {
  SENT: [0, 6],
  RECEIVED: [1, 9],
  ACCEPTED: [6, 20],
  STARTED: [25, 90],
  COMPLETED: [95, 240],
  ENDED_EARLY: [60, 200],
  DECLINED: [4, 60],
  EXPIRED: [16, 60],
  WITHDRAWN: [8, 70],
}

interface Asked {
  need: number
  service: string
  about: About
}

/** A referral that has gone as far as its state says, each thing in its order and in office hours. */
export function makeReferral(random: Random, state: ReferralState, { need, service, about }: Asked): Referral {
  const daysAgo = random.between(...age[state])
  const later = (days: number): Moment => moment(days - daysAgo, random.between(545, 1_010))
  const why = random.pick(noteTexts.why).replaceAll('{name}', about.name)
  const sent: Referral = { need, service, from: about.keyWorker, why, sent: Math.min(later(0), moment(0, 500)) }
  const chased = daysAgo > 3 ? { chased: later(3) } : {}

  if (state === 'SENT') return { ...sent, ...chased }
  if (state === 'EXPIRED') return { ...sent, ...chased, expired: later(14) }
  const received = { ...sent, received: later(1) - 300 }
  if (state === 'RECEIVED') {
    const asked = random.chance(0.2)
      ? { question: random.pick(noteTexts.questions), asked: received.received + 30 }
      : {}
    return { ...received, ...chased, ...asked }
  }
  if (state === 'WITHDRAWN') {
    return { ...received, ended: later(5), endKind: 'WITHDRAWN', reason: random.pick(noteTexts['withdrawn referral']) }
  }
  if (state === 'DECLINED') {
    return { ...received, declined: later(random.between(2, 4)), reason: random.pick(noteTexts.declined) }
  }
  const accepted = { ...received, accepted: later(random.between(2, 5)), starts: random.between(6, 24) - daysAgo }
  if (state === 'ACCEPTED') return { ...accepted, starts: random.between(1, 14) }
  const started = { ...accepted, started: later(random.between(6, 24)) }
  if (state === 'STARTED') return started

  const ended = { ...started, ended: later(random.between(26, Math.min(daysAgo, 90))), endKind: state }
  const view = random.pick(noteTexts.view)
  if (state === 'ENDED_EARLY')
    return { ...ended, reason: random.pick(noteTexts.ended), view, outcomes: outcomes(random, 0.3) }
  return { ...ended, view, outcomes: outcomes(random, 0.7) }
}

function outcomes(random: Random, share: number): { words: string; result: string }[] {
  return random.some(noteTexts.outcomes, 2).map((words) => {
    const result = random.chance(share) ? 'ACHIEVED' : random.pick(['PARTIALLY_ACHIEVED', 'NOT_ACHIEVED'])
    return { words, result }
  })
}
