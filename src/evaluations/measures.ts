import { readDistanceLines } from '../distance/index.ts'
import type { Reading } from '../platform/database.ts'
import { formatNumber } from '../platform/dates.ts'
import type { Locale } from '../platform/words.ts'
import { readCohorts } from '../reoffending/index.ts'
import { readSurveyFigures } from '../surveys/index.ts'
import { readTargetLines } from '../targets/index.ts'
import { words } from './words.ts'

/** Something that the record counts already, with what its own page says of it now. */
export interface CountedMeasure {
  key: string
  kind: 'TARGET' | 'SURVEY' | 'DISTANCE' | 'COHORT'
  name: string
  value: string
  /** Where it can be looked at. */
  href: string
}

/** What an evaluation can count: each as far as the reader may read it, with the same figures and the same cover as on its own page. */
export async function readMeasures(reading: Reading, locale: Locale): Promise<CountedMeasure[]> {
  const say = words(locale)
  const targets = await readTargetLines(reading, locale)
  const surveys = await readSurveyFigures(reading, locale)
  const distances = await readDistanceLines(reading, locale)
  const { cohorts } = await readCohorts(reading)
  return [
    ...targets.map(({ id, name, delivered, amount }) => ({
      ...{ key: `target:${id}`, kind: 'TARGET' as const, name, href: `/targets/${id}` },
      value: say('value.target', { delivered, amount }),
    })),
    ...surveys.flatMap(({ id, items }) =>
      items.map(({ key, text, quarters }) => {
        const last = quarters.findLast(({ isTold }) => isTold)
        return {
          ...{ key: `survey:${id}:${key}`, kind: 'SURVEY' as const, name: text, href: `/surveys/${id}` },
          value: last
            ? say('value.survey', { share: last.share, quarter: last.quarter, answered: last.answered })
            : say('value.none'),
        }
      }),
    ),
    ...distances.map(({ measure, name, share, people }) => ({
      ...{ key: `distance:${measure}`, kind: 'DISTANCE' as const, name, href: '/distance' },
      value: share ? say('value.distance', { share, people }) : say('value.none'),
    })),
    ...cohorts.map(({ cohort, shown }) => ({
      ...{ key: `cohort:${cohort.id}`, kind: 'COHORT' as const, name: cohort.title },
      href: `/reoffending/cohorts/${cohort.id}`,
      value:
        shown.state === 'SHOWN'
          ? say('value.cohort', {
              share: formatNumber(locale, Math.round((100 * shown.reoffenders) / shown.people)),
              people: formatNumber(locale, shown.people),
            })
          : say('value.none'),
    })),
  ]
}
