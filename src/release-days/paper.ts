import { formatDay } from '../platform/dates.ts'
import { type Locale, languageTags } from '../platform/words.ts'
import { moneyOf, timeOf } from './minutes.ts'
import type { Rehearsal } from './read-rehearsal.ts'
import { rideText } from './stop-words.ts'
import { words } from './words.ts'

/** What the person holds of their first day: times, places and ways, in short words. What cannot be done says whom to ask. */
export function paperOf({ frame, on, decided, walked, plan, stops }: Rehearsal, locale: Locale) {
  const say = words(locale)
  const medicines = new Set(stops.filter(({ isMedicine }) => isMedicine).map(({ id }) => id))
  const [lang, region] = languageTags[locale].split('-')
  const lines: { time: string; title: string; text: string }[] = []
  const meets = decided.meetsName && decided.meetingConfirmedAt ? say('paper.meets', { name: decided.meetsName }) : ''
  lines.push({ time: timeOf(plan.gateAt), title: say('paper.gate'), text: meets })
  for (const { stop, ride, arrivesAt, startsAt, trouble } of walked.visits) {
    // Anybody can pick this paper up: a medicine is a place to go to and no more.
    const title = medicines.has(stop.id) ? say('paper.go', { place: stop.place }) : stop.title
    if (trouble)
      lines.push({ time: stop.bookedAt === null ? '' : timeOf(stop.bookedAt), title, text: say('paper.ask') })
    if (trouble) continue
    if (ride) lines.push({ time: timeOf(ride.departsAt), title: rideText(locale, ride, stop.place), text: '' })
    lines.push({ time: timeOf(startsAt ?? arrivesAt!), title, text: stop.place })
  }
  const { homeRide } = walked
  if (homeRide)
    lines.push({ time: timeOf(homeRide.departsAt), title: rideText(locale, homeRide, plan.homePlace), text: '' })
  if (plan.curfewAt !== null)
    lines.push({ time: timeOf(plan.curfewAt), title: say('paper.curfew'), text: plan.homePlace })
  return {
    ...{ lang, region, lines: lines.slice(0, 30), title: say('paper.title', { name: frame.calledName }) },
    sub: on ? say('paper.day', { day: formatDay(locale, on, 'long') }) : '',
    money: say('paper.money', { money: moneyOf(locale, plan.cashInPence) }),
    help: frame.team.find(({ name, phone, agencyPhone }) => name && (phone || agencyPhone))
      ? say('paper.call', helperOf(frame.team))
      : '',
  }
}

function helperOf(team: Rehearsal['frame']['team']) {
  const helper = team.find(({ name, phone, agencyPhone }) => name && (phone || agencyPhone))!
  return { name: helper.name, phone: helper.phone || helper.agencyPhone }
}
