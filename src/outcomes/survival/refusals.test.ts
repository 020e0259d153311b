import { beforeAll, describe, expect, test, vi } from 'vitest'
import { aFile, ask, refusalOf } from '../builders.ts'

beforeAll(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

describe('what the file cannot answer is said, with row, column and cure', () => {
  const head = 'from,week,back,age,area,twice\n'
  const good = '0,5,1,30,n,60\n0,9,0,25,s,50\n0,7,1,41,n,82\n0,3,1,22,s,44\n0,8,1,28,n,56\n0,9,0,35,s,70\n'
  const all = { time: 'week', event: 'back' }
  const refused = (options: Record<string, string>, rows: string) =>
    refusalOf('survival', { data: aFile(head + rows), ...all, ...options })

  test.each([
    [
      'an event before the start',
      { start: 'from' },
      `${good}6,4,1,30,n,60\n`,
      'Row 8, column week: The event or end, 4, does not come after the start, 6. Mend from or week.',
    ],
    [
      'an event that is neither',
      {},
      `${good}0,4,2,30,n,60\n`,
      'Row 8, column back: 2 stands beside 0. Write 1 for the event and 0 for none, or 2 and 1.',
    ],
    [
      'a time below 0',
      {},
      `${good}0,-2,1,30,n,60\n`,
      'Row 8, column week: The time -2 is below 0. Count from the day on which watching began; that day is 0.',
    ],
    [
      'one group empty',
      { group: 'area' },
      good.replaceAll(',s,', ',n,'),
      'Column area: Every row that is left belongs to one group, n; the other is empty. A comparison needs two: look at the file, or leave out --group.',
    ],
    [
      'all events at one time',
      { covariates: 'age' },
      good.replace(/^0,\d/gm, '0,5'),
      'Column week: All 4 events are at one time, 5, so nothing can be said of how long they took. If the times are right, compare proportions instead.',
    ],
    [
      'nobody had the event',
      { covariates: 'age' },
      good.replace(/^(0,\d),1/gm, '$1,0'),
      'Column back: Nobody had the event, so nothing can be compared. Look whether 1 is written where it came, or ask for the curve alone.',
    ],
    [
      'perfect separation',
      { covariates: 'area' },
      good.replaceAll(',1,22,s', ',0,22,s'),
      'Column area: areas parts those with the event from those without, so its effect has no end. Leave the column out, or join groups until each has events.',
    ],
    [
      'covariates that say the same',
      { covariates: 'age,twice' },
      good,
      'Column twice: The columns before it already say all that it says. Leave it out, or one of those it follows from.',
    ],
    [
      'a covariate with one value',
      { covariates: 'from' },
      good,
      'Column from: Every row has the same value, 0. It explains nothing: leave it out.',
    ],
  ] as const)('%s', async (_, options, rows, sentence) => {
    expect(await refused(options, rows)).toBe(sentence)
  })

  test('a call that is not understood ends with 2, and names the option', async () => {
    const { exit, json } = await ask('survival', { data: aFile(head + good), ...all, ties: 'exact' })

    expect(exit).toBe(2)
    expect(json.problem.message).toBe('--ties is efron or breslow, not "exact".')
    expect(await refusalOf('survival', { time: 'week', event: 'back' })).toBe('--data FILE is missing.')
    expect(await refusalOf('survival', { data: 'x', ...all, covariate: 'age' })).toMatch(
      /^"covariate" is not understood here\. The options are: --data, /,
    )
  })
})
