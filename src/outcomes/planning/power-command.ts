import { NotUnderstood } from '../options.ts'
import { outcomeCommand } from '../outcome-command.ts'
import { percent, shown } from '../text-table.ts'
import { peopleNeeded, peoplePerArm } from './sample-size.ts'

export const powerCommand = outcomeCommand({
  name: 'power',
  summary: 'How many people a comparison of two proportions needs.',
  options: [
    { name: 'p1', takes: 'P', isRequired: true, says: 'the proportion without the programme, between 0 and 1' },
    { name: 'p2', takes: 'P', isRequired: true, says: 'the proportion with it that must not be missed' },
    { name: 'power', takes: 'P', says: 'chance of seeing that difference if it is there; 0.8 unless said' },
    { name: 'alpha', takes: 'P', says: 'chance of seeing one that is not there, both sides; 0.05 unless said' },
    { name: 'ratio', takes: 'R', says: 'people compared with for each one in the programme; 1 unless said' },
  ],
  prints: [
    'JSON: perArm, a whole number of people in each group; exact, before it was rounded up.',
    'With --ratio: inProgramme and compared, whole numbers of people.',
  ],
  async answer(given) {
    const share = (name: string, otherwise = 0) => given.number(name, { otherwise, above: 0, below: 1 })
    const question = { p1: share('p1'), p2: share('p2'), power: share('power', 0.8), alpha: share('alpha', 0.05) }
    if (question.p1 === question.p2)
      throw new NotUnderstood('--p1 and --p2 are the same: there is no difference to see.')
    const ratio = given.number('ratio', { otherwise: 1, above: 0, below: 1000 })
    if (ratio !== 1) {
      const { inProgramme, compared } = peopleNeeded({ ...question, ratio })
      return {
        json: { inProgramme, compared, ratio, ...question },
        lines: [
          `To tell ${percent(question.p1)} from ${percent(question.p2)}, ${inProgramme} people in the programme and ${compared} others are needed`,
          `(power ${shown(question.power)}, two-sided test at ${shown(question.alpha)}).`,
        ],
      }
    }
    const exact = peoplePerArm(question)
    const perArm = Math.ceil(exact - 1e-9)
    return {
      json: { perArm, exact, ...question },
      lines: [
        `To tell ${percent(question.p1)} from ${percent(question.p2)}, ${perArm} people are needed in each group, ${2 * perArm} in all`,
        `(power ${shown(question.power)}, two-sided test at ${shown(question.alpha)}).`,
        'Count those who will be matched and followed to the end; people who leave come on top. A weighted comparison group',
        'counts by its effective sample size.',
      ],
    }
  },
})
