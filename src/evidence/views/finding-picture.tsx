import { BalancePicture, ForestPicture, RunChart, SurvivalPicture } from '../../outcomes/index.ts'
import type { Locale } from '../../platform/words.ts'
import type { FindingPicture } from '../analyses/finding.ts'
import { monthOfRow } from '../pack/with-events.ts'
import { number, percent } from '../shown-value.ts'
import { words } from '../words.ts'

/** A picture of what may be shown, in the reader's words. */
export function FindingPictureOf({ locale, picture }: { locale: Locale; picture: FindingPicture }) {
  const say = words(locale)
  const named = { title: say(`picture.${picture.kind}`), description: pictureText(locale, picture) }
  if (picture.kind === 'survival') {
    const curves = picture.curves.map(({ group, points }) => ({
      group: group === 'all' && picture.curves.length === 1 ? say('everybody') : group,
      points,
    }))
    const said = { time: picture.time, share: say('column.without'), atRisk: say('column.watched') }
    return <SurvivalPicture {...named} curves={curves} upTo={picture.upTo} words={said} />
  }
  if (picture.kind === 'forest') {
    const said = { less: say('picture.later'), more: say('picture.sooner') }
    return <ForestPicture {...named} rows={picture.rows} words={said} say={(ratio) => number(locale, ratio)} />
  }
  if (picture.kind === 'balance') {
    const said = { before: say('column.before'), after: say('column.after'), difference: say('picture.difference') }
    return <BalancePicture {...named} balance={picture.rows} words={said} />
  }
  const { values, breakAt, trend, value, from, events = [] } = picture
  const [level, slope, step, change] = trend
  const asItWas = (t: number) => level + slope * t
  return (
    <RunChart
      {...named}
      values={values}
      breakAt={breakAt}
      events={events}
      {...(from ? { sayT: (t: number) => monthOfRow(from, t).slice(0, 7) } : {})}
      trends={{ asItWas, asItBecame: (t) => asItWas(t) + step + change * (t - breakAt) }}
      words={{
        row: from ? say('picture.month') : say('column.row'),
        value,
        change: say('picture.change'),
        asItWas: say('picture.as-it-was'),
        asItBecame: say('picture.as-it-became'),
      }}
    />
  )
}

/** What the picture shows, for whoever does not see it. */
export function pictureText(locale: Locale, picture: FindingPicture): string {
  const say = words(locale)
  if (picture.kind === 'survival') {
    const ends = picture.curves.map(({ group, points }) => {
      const last = points.at(-1)!
      const name = group === 'all' ? say('everybody') : group
      return say('picture.end', { name, share: percent(locale, last.survival), time: number(locale, last.time) })
    })
    return `${say('picture.survival-text')} ${ends.join('; ')}.`
  }
  if (picture.kind === 'forest') return say('picture.forest-text', { count: picture.rows.length })
  if (picture.kind === 'balance') {
    const apart = picture.rows.filter(({ flag }) => flag === 'red').map(({ covariate }) => covariate)
    return say('picture.balance-text', { count: picture.rows.length, apart: apart.join(', ') || '–' })
  }
  return say('picture.series-text', { count: picture.values.length, row: picture.breakAt })
}
