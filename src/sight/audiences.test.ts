import { expect, test } from 'vitest'
import { byAgency } from './audiences.ts'
import type { SightRow } from './queries.ts'

const aRow = (more: Partial<SightRow>): SightRow => ({
  ...{ agencyId: 'a', agencyName: 'Fernhall', agencyKind: 'prison', teamName: null, accountId: null, accountName: null },
  ...{ fieldGroup: 'identity', mayContribute: false, until: null, relationship: 'CUSTODY', role: null, sinceOn: null },
  ...{ agreementId: 'g', agreementTitle: 'Agreement', needsConsent: false, ...more },
}) // biome-ignore format: one line each

test('rows are told by agency and audience: everybody of it, a team, a worker', () => {
  const found = byAgency([
    aRow({}),
    aRow({ teamName: 'Housing', fieldGroup: 'plan' }),
    aRow({ accountId: 'w', accountName: 'Kit Ward', teamName: null, fieldGroup: 'plan' }),
    aRow({ agencyId: 'b', agencyName: 'Charity' }),
    aRow({ teamName: 'Housing', fieldGroup: 'needs' }),
  ])

  expect(found.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'Fernhall'],
    ['b', 'Charity'],
  ])
  const shown = found[0]!.audiences.map(({ teamName, accountName, cells }) => [
    teamName ?? accountName ?? 'all',
    ...cells.map(({ fieldGroup }) => fieldGroup),
  ])
  expect(shown).toEqual([
    ['all', 'identity'],
    ['Housing', 'needs', 'plan'],
    ['Kit Ward', 'plan'],
  ])
})

test('two reasons for one part are both told, and the wider one stands', () => {
  const narrow = aRow({ relationship: 'TEAM' })
  const wide = aRow({ relationship: 'ALLOCATED', mayContribute: true })

  for (const rows of [
    [narrow, wide],
    [wide, narrow],
  ])
    expect(byAgency(rows)[0]!.audiences[0]!.cells).toMatchObject([{ mayContribute: true, reasons: rows }])
  expect(byAgency([narrow, narrow])[0]!.audiences[0]!.cells[0]!.mayContribute).toBe(false)
})

test('a part that no agreement explains any more stands without a reason', () => {
  expect(byAgency([aRow({ relationship: null })])[0]!.audiences[0]!.cells[0]!.reasons).toEqual([])
})

test('parts stand in the order in which they are read, one that is not known last', () => {
  const codes = ['of-tomorrow', 'intelligence', 'plan', 'identity', 'research']
  const [{ audiences }] = byAgency(codes.map((fieldGroup) => aRow({ fieldGroup }))) as [ReturnType<typeof byAgency>[0]]

  expect(audiences[0]!.cells.map(({ fieldGroup }) => fieldGroup)).toEqual(['identity', 'plan', 'intelligence', 'research', 'of-tomorrow']) // biome-ignore format: one line
})

test('asked for one part, the others and whoever sees only them are left out', () => {
  const found = byAgency([aRow({}), aRow({ agencyId: 'b', fieldGroup: 'risk' }), aRow({ fieldGroup: 'risk' })], 'risk')

  expect(found.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(found[1]!.audiences[0]!.cells).toHaveLength(1)
})
