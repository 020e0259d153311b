import { mayWrite } from '../../cases/index.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Glyph, Icon, Link, Status } from '../../platform/web/components/index.ts'
import { moneyOf, timeOf } from '../minutes.ts'
import { isTight, rideText, troubleText } from '../stop-words.ts'
import type { Ride } from '../the-day/travel.ts'
import type { Visit } from '../the-day/walk-day.ts'
import { words } from '../words.ts'
import type { RehearsalProps } from './rehearsal-page.tsx'

/** The day from gate to night, with the money that is left on the right. */
export function DayLine(props: RehearsalProps) {
  const { page, plan, walked, decided } = props
  const say = words(page.locale)
  const { homeRide, homeAt, homeTrouble } = walked
  return (
    <ol class="tl-day">
      <li class="is-ok">
        <span class="tl-t">{timeOf(plan.gateAt)}</span>
        <span class="tl-rail">
          <Glyph name="ok" />
        </span>
        <div class="tl-stop">
          <h3>{say('line.gate', { place: plan.gatePlace || say('line.no-gate') })}</h3>
          {decided.meetsName && <p>{say('line.meets', { name: decided.meetsName })}</p>}
        </div>
        <Money {...props} pence={plan.cashInPence} />
      </li>
      {walked.visits.map((visit) => (
        <>
          {visit.ride && <Leg {...props} ride={visit.ride} to={visit.stop.place} pence={visit.cashInPence} />}
          <StopLine {...props} visit={visit} />
        </>
      ))}
      {homeRide && <Leg {...props} ride={homeRide} to={plan.homePlace} pence={walked.cashInPence} />}
      {plan.homePlace && (
        <li class={homeTrouble ? 'is-bad' : 'is-ok'}>
          <span class="tl-t">{homeAt === null ? '' : timeOf(homeAt)}</span>
          <span class="tl-rail">
            <Glyph name={homeTrouble ? 'bad' : 'ok'} />
          </span>
          <div class="tl-stop">
            <h3>{say('line.home', { place: plan.homePlace })}</h3>
            {plan.curfewAt !== null && <p>{say('sources.curfew', { time: timeOf(plan.curfewAt) })}</p>}
            {homeTrouble && <Status glyph="bad">{say('line.bad')}</Status>}
          </div>
          <Money {...props} pence={walked.cashInPence} />
        </li>
      )}
    </ol>
  )
}

function StopLine({ page, frame, visit, stops, mend }: RehearsalProps & { visit: Visit }) {
  const say = words(page.locale)
  const { stop, trouble, startsAt, arrivesAt, spareInMinutes, cashInPence } = visit
  const verdict = trouble ? 'bad' : isTight(spareInMinutes) ? 'tight' : 'ok'
  const told = troubleText(page.locale, visit)
  const isOwn = stops.some(({ id }) => id === stop.id)
  const move = mend?.moves.find((each) => each.stop.id === stop.id)
  const at = trouble ? (arrivesAt ?? stop.bookedAt) : startsAt
  const until = say('line.until', { title: stop.title, from: timeOf(stop.opensAt), until: timeOf(stop.closesAt) })
  return (
    <li class={`is-${verdict}`}>
      <span class="tl-t">{at === null ? '' : timeOf(at)}</span>
      <span class="tl-rail">
        <Glyph name={verdict} />
      </span>
      <div class="tl-stop">
        <h3>
          {stop.bookedAt === null ? until : say('line.booked', { title: stop.title, time: timeOf(stop.bookedAt) })}
        </h3>
        <p>{stop.place}</p>
        {verdict !== 'ok' && (
          <p>
            <Status glyph={verdict}>{say(`line.${verdict}`)}</Status>
          </p>
        )}
        {told && <p>{told}</p>}
        {move && <p>{say('mend.move', { title: stop.title, time: timeOf(move.to) })}</p>}
        {!isOwn && trouble && mayWrite(frame, 'plan') && (
          <p class="tl-fix">
            <Link href={`/appointments/${stop.id}`}>{say('line.other-time', { title: stop.title })}</Link>
          </p>
        )}
        {isOwn && mayWrite(frame, 'plan') && (
          <form method="post" action={`/release-stops/${stop.id}/removal`}>
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="secondary">{say('line.take-off', { title: stop.title })}</Button>
          </form>
        )}
      </div>
      <Money page={page} pence={cashInPence} />
    </li>
  )
}

function Leg({ page, ride, to, pence }: Pick<RehearsalProps, 'page'> & { ride: Ride; to: string; pence: number }) {
  return (
    <li class="is-leg">
      <span class="tl-t">{timeOf(ride.departsAt)}</span>
      <span class="tl-rail">
        <Icon name={ride.leg.mode === 'WALK' ? 'walk' : 'bus'} />
      </span>
      <div class="tl-stop">{rideText(page.locale, ride, to)}</div>
      <Money page={page} pence={pence} />
    </li>
  )
}

function Money({ page, pence }: Pick<RehearsalProps, 'page'> & { pence: number }) {
  const say = words(page.locale)
  return (
    <span class="tl-cash">
      <span class="tl-cashl">{say('line.money')} </span>
      {moneyOf(page.locale, pence)}
    </span>
  )
}
