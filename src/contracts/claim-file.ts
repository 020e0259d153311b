import { decimalText } from '../expenses/index.ts'
import { type FileSource, markExport, markedFile } from '../exports/index.ts'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import { readEvidence } from './claim-results.ts'
import { type Claim, getClaim } from './queries/claims.ts'
import { type Contract, getContract } from './queries/contracts.ts'
import { partOf } from './results.ts'
import { words } from './words.ts'

interface Filter {
  claimId: string
}

const uuid = /^[0-9a-f-]{36}$/i

/** A claim as a file: a line for each person without a name, and with each line what the result means. */
export const claimFiles: FileSource<Filter> = {
  kind: 'contracts',
  may: 'keep contracts',
  filterOf(sent) {
    const { claim } = (sent ?? {}) as { claim?: unknown }
    if (typeof claim !== 'string' || !uuid.test(claim)) throw new Refusal('not found', 'contract.not-found')
    return { claimId: claim }
  },
  queryOf: ({ claimId }) => `claim=${claimId}`,
  listHref: ({ claimId }) => `/contracts/claims/${claimId}`,
  async count(reading, { claimId }) {
    const { cohortId, peopleCount } = await getClaim(reading, claimId)
    return cohortId ? 0 : peopleCount // a cohort is of nobody by name
  },
  async make(reading, { claimId }, locale, asked) {
    const claim = await getClaim(reading, claimId)
    const contract = await getContract(reading, claim.contractId)
    return makeFile(reading, { claim, contract }, locale, asked)
  },
}

async function makeFile(
  reading: Reading,
  { claim, contract }: { claim: Claim; contract: Contract },
  locale: Locale,
  asked?: { requestId: string },
) {
  const say = words(locale)
  const { rows, cohort } = await readEvidence(reading, claim)
  const mark = markExport(reading)
  reading.look({
    action: 'export',
    caseIds: rows.map(({ caseId }) => caseId),
    personIds: rows.map(({ personId }) => personId),
    fieldGroups: [partOf(claim.result)],
    details: { number: mark.number, claimId: claim.id, ...(asked && { requestId: asked.requestId }) },
  })
  const header = (['funder', 'contract', 'result', 'claim', 'state', 'case', 'happened', 'matures', 'row-state', 'count', 'price', 'means'] as const).map((name) => say(`f.${name}`)) // biome-ignore format: one line
  const of = [contract.funder, contract.title, say(`result.${claim.result}`), claim.id, say(`state.${claim.state}`)]
  const means = say(`means.${claim.result}`, { days: contract.followDays })
  const price = `${decimalText(claim.priceInMinor)} ${contract.currency}`
  const lines = rows.map((row) => [
    ...of,
    ...[row.caseId, row.happenedOn, row.maturesOn, say(`row.${row.state}`), '1', price, means],
  ])
  if (claim.cohortId) {
    const says = say(cohort?.state === 'SHOWN' ? 'row.MET' : 'row.GONE')
    lines.push([
      ...of,
      cohort?.title ?? '',
      cohort?.from ?? '',
      cohort?.maturesOn ?? '',
      says,
      String(claim.peopleCount),
      price,
      means,
    ])
  }
  return markedFile(locale, mark, { name: 'claim', header, rows: lines })
}
