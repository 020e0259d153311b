import { daysWithoutSupervisor } from '../cases/index.ts'
import type { MakeReport } from './report.ts'
import { words } from './words.ts'

/** Open cases without a named person inside or outside, and for how many days (R057). Names people: it is looked at. */
export const namedSupervisor: MakeReport = async (reading, _range, locale) => {
  const say = words(locale)
  const { cases, withoutInside, withoutOutside, medianDaysOutside, longest } = await daysWithoutSupervisor(reading)
  const fieldGroups = ['identity'] as const
  reading.look({ action: 'consult', caseIds: longest.map(({ caseId }) => caseId), fieldGroups })
  return {
    finding: say('supervisor.finding', { cases, without: withoutOutside }),
    caveat: say('supervisor.caveat'),
    tables: [
      {
        caption: say('supervisor.now'),
        columns: [{ text: say('column.what') }, { text: say('column.cases'), isNumeric: true }],
        rows: [
          [say('supervisor.open'), cases],
          [say('supervisor.no-inside'), withoutInside],
          [say('supervisor.no-outside'), withoutOutside],
          [say('supervisor.median'), medianDaysOutside === null ? null : Math.round(medianDaysOutside)],
        ],
      },
      {
        caption: say('supervisor.longest'),
        columns: [
          { text: say('column.person') },
          { text: say('column.days'), isNumeric: true },
          { text: say('column.named-now') },
        ],
        rows: longest.map(({ personName, days, isNamedNow }) => [personName, days, say(isNamedNow ? 'yes' : 'no')]),
      },
    ],
    rows: longest.map(({ caseId, days, isNamedNow }) => ({ caseId, days, isNamedNow: isNamedNow ? 'yes' : 'no' })),
  }
}
