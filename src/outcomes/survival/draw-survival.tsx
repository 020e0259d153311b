import { SurvivalPicture } from '../pictures/survival-picture.tsx'
import { percent, shown } from '../text-table.ts'
import type { SurvivalAnswer, SurvivalQuestion } from './analyse.ts'

/** The curves of an answer, with the words of the command. */
export function drawSurvival({ kaplanMeier, n, events }: SurvivalAnswer, { group, time }: SurvivalQuestion) {
  // a group that is called 1 says nothing without its column
  const nameOf = (name: string) => (group !== undefined && /^[\d.]+$/.test(name) ? `${group} ${name}` : name)
  const groups = Map.groupBy(kaplanMeier, (point) => nameOf(point.group))
  const curves = [...groups].map(([name, points]) => ({ group: name, points }))
  const ends = curves.map(({ group: name, points }) => {
    const last = points.at(-1)!
    return `${name}: ${percent(last.survival)} at ${shown(last.time)}`
  })
  return (
    <SurvivalPicture
      title={`Still without the event over ${time}${group === undefined ? '' : `, by ${group}`}`}
      description={`Kaplan-Meier curves with 95% intervals of ${n} rows, ${events} with the event. ${ends.join('; ')}.`}
      curves={curves}
      upTo={kaplanMeier.reduce((last, point) => Math.max(last, point.time), 0)}
      words={{ time, share: 'still without the event', atRisk: 'still watched' }}
    />
  )
}
