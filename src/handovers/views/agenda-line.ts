import { pathwayLabel } from '../../agencies/index.ts'
import { isReleaseDateKind, releaseDateLabel } from '../../custody/index.ts'
import { conditionLabel } from '../../licences/index.ts'
import { formatDay } from '../../platform/dates.ts'
import type { Locale } from '../../platform/words.ts'
import { declineLabel, type ReferralState, stateLabel } from '../../referrals/index.ts'
import type { AgendaLine } from '../queries/agenda.ts'
import { words } from '../words.ts'

/** A line of an agenda in the reader's language: what it is, and what was written. */
export function lineText(locale: Locale, line: AgendaLine): { title: string; text: string } {
  const say = words(locale)
  const { kind, code, words: written, status, on } = line
  const day = on ? formatDay(locale, on, 'full') : ''
  const dated = (title: string) => (day ? say('line.on', { title, day }) : title)
  const due = (title: string) => (day ? say('line.by', { title, day }) : title)
  switch (kind) {
    case 'RELEASE':
      return { title: dated(say('line.release')), text: isReleaseDateKind(code) ? releaseDateLabel(locale, code) : '' }
    case 'MOVEMENT':
      return { title: dated(say(`movement.${code}` as 'movement.RELEASE')), text: written }
    case 'INDUCTION':
      return { title: dated(written), text: say(`induction.${code || 'OPEN'}` as 'induction.OPEN') }
    case 'CONDITION':
      return { title: conditionLabel(locale, code), text: written }
    case 'ASSESSMENT':
      return {
        title: dated(say(`assessment.${code}` as 'assessment.BCST2')),
        text: say(`assessed.${status}` as 'assessed.DONE'),
      }
    case 'NOTE':
      return { title: dated(say(`note.${code}` as 'note.OTHER')), text: written }
    case 'NEED':
      return { title: due(pathwayLabel(locale, code)), text: written }
    case 'NEED_MET':
      return { title: dated(say('line.met', { pathway: pathwayLabel(locale, code) })), text: written }
    case 'STEP':
      return { title: due(written), text: code === 'PERSON' ? say('line.own-step') : '' }
    case 'STEP_DONE':
      return { title: dated(say('line.done', { title: written })), text: '' }
    case 'APPOINTMENT':
      return { title: dated(written), text: status }
    case 'REHEARSAL':
      return {
        title: dated(say('line.rehearsal')),
        text: say('line.rehearsed', { done: Number(code), all: Number(status) }),
      }
    case 'WORRY':
      return {
        title: say(`worry.${code}` as 'worry.RECALL'),
        text: status ? say('line.answered', { words: written, answer: status }) : written,
      }
    case 'REFERRAL': {
      const state = stateLabel(locale, status as ReferralState)
      return {
        title: dated(say('line.referral', { service: written, state })),
        text: declineLabel(locale, code || null),
      }
    }
  }
}
