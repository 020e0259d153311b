import { expect, test } from 'vitest'
import { inAYear, linesOf, readAgreement, signature, typedAgreement, typedFirst } from './agreement-form.ts'

const [one, two] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002']
const day = (field: string, on: string) => {
  const [year, month, date] = on.split('-').map(Number)
  return { [`${field}-day`]: `${date}`, [`${field}-month`]: `${month}`, [`${field}-year`]: `${year}` }
}
const form = {
  ...{ title: 'Working together', purpose: 'RESETTLEMENT', gateway: 'CDA-1998-115', documentReference: 'F 12', version: '3' },
  ...{ parties: [one, two, one], line: ['ALLOCATED:any', 'TEAM:charity'] },
  ...{ 'see:ALLOCATED:any': ['identity', 'notes'], 'write:ALLOCATED:any': 'notes', 'write:TEAM:charity': ['plan'] },
  ...{ ...day('starts', '2026-03-02'), ...day('review', '2027-03-02'), ...day('ends', '2028-03-01') },
} // biome-ignore format: as the page sends it
/** The form with other words in some fields, and without those that are undefined. */
const sent = (more: object) => Object.fromEntries(Object.entries({ ...form, ...more }).filter(([, typed]) => typed))
const problemsOf = (more: object) =>
  readAgreement(sent(more)).problems.map(({ field, message }) => `${field} ${message}`)

test('what is ticked is what parties sign, and writing takes seeing with it', () => {
  const { valid, values } = readAgreement(form) as Extract<ReturnType<typeof readAgreement>, { valid: true }>

  expect(valid).toBe(true)
  expect(values).toEqual({
    version: 3,
    terms: {
      ...{ title: 'Working together', purpose: 'RESETTLEMENT', gateway: 'CDA-1998-115', documentReference: 'F 12' },
      ...{ partyIds: [one, two], startsOn: '2026-03-02', reviewOn: '2027-03-02', endsOn: '2028-03-01' },
      grants: [
        { relationship: 'TEAM', agencyKind: 'charity', fieldGroup: 'plan', mayContribute: true },
        { relationship: 'ALLOCATED', agencyKind: null, fieldGroup: 'identity', mayContribute: false },
        { relationship: 'ALLOCATED', agencyKind: null, fieldGroup: 'notes', mayContribute: true },
      ],
    },
  })
}) // biome-ignore format: one line each

test('an agreement may have no last day, and its last may be its first', () => {
  expect(problemsOf({ 'ends-day': '', 'ends-month': '', 'ends-year': '' })).toEqual([])
  expect(problemsOf(day('ends', '2026-03-02'))).toEqual([])
})

test.each([
  ['title problem.title', { title: ' ' }],
  ['title problem.long', { title: 'x'.repeat(121) }],
  ['purpose problem.purpose', { purpose: 'GOSSIP' }],
  ['gateway problem.gateway', { gateway: '' }],
  ['gateway problem.gateway', { gateway: 'x'.repeat(61) }],
  ['gateway problem.gateway', { gateway: undefined }],
  ['documentReference problem.long', { documentReference: 'x'.repeat(301) }],
  ['parties problem.parties', { parties: one }],
  ['parties problem.parties', { parties: undefined }],
  ['starts problem.starts', day('starts', '2026-02-30')],
  ['starts problem.starts', { 'starts-day': '', 'starts-month': '', 'starts-year': '' }],
  ['review problem.review', { 'review-day': '', 'review-month': '', 'review-year': '' }],
  ['review problem.review-before', day('review', '2026-03-02')],
  ['ends problem.ends', day('ends', '2026-13-01')],
  ['ends problem.ends-before', day('ends', '2026-03-01')],
  ['grants problem.grants', { line: [] }],
  ['grants problem.grants', { line: 'SUPERVISION:any' }],
])('%s is said beside its field', (problem, more) => {
  expect(problemsOf(more)).toEqual([problem])
})

test('lines stand from the widest circle to the narrowest, each once, and what is none is left out', () => {
  const typed = { line: ['ACCEPTED:any', 'TEAM:prison', 'TEAM:any', 'TEAM:any', 'TEAM:circus', 'NEIGHBOUR:any'] }
  const added = { addRelationship: 'CUSTODY', addKind: 'police' }

  expect(linesOf({ typed })).toEqual(['TEAM:any', 'TEAM:prison', 'ACCEPTED:any'])
  expect(linesOf({ typed: { ...typed, ...added } })).not.toContain('CUSTODY:police')
  expect(linesOf({ typed: { ...typed, ...added, add: 'yes' } })[0]).toBe('CUSTODY:police')
})

test('a draft is shown as it would have been typed', () => {
  const { values } = readAgreement(form) as Extract<ReturnType<typeof readAgreement>, { valid: true }>
  const kept = { ...values.terms, version: 3, parties: values.terms.partyIds.map((agencyId) => ({ agencyId })) }

  const typed = typedAgreement(kept as never)

  expect(readAgreement(typed)).toMatchObject({ valid: true, values })
  expect(typedAgreement({ ...kept, gateway: null } as never)['gateway']).toBe('')
})

test('a new one begins today and is reviewed in a year, with nothing ticked', () => {
  const typed = typedFirst(new Date('2026-03-02T09:30:00Z'))

  expect(typed).toMatchObject({ ...day('starts', '2026-03-02'), ...day('review', '2027-03-02') })
  expect(typed['line']).toEqual(['TEAM:any', 'ALLOCATED:any', 'REFERRED:any', 'ACCEPTED:any'])
  expect(Object.keys(typed).filter((field) => /^(see|write):/.test(field))).toEqual([])
  expect(['2024-02-29', '2026-02-28', '2026-12-29'].map(inAYear)).toEqual(['2025-02-28', '2027-02-28', '2027-12-29'])
})

test('a signature needs a name, a title and the word that they agree', () => {
  const said = { name: 'Sam Park', title: 'Head', agrees: 'yes' }
  const isTaken = (more: object) => signature.safeParse({ ...said, ...more }).success

  expect(isTaken({})).toBe(true)
  for (const more of [{ name: '' }, { title: '' }, { agrees: 'no' }, { agrees: undefined }, { name: 'x'.repeat(121) }])
    expect(isTaken(more)).toBe(false)
})
