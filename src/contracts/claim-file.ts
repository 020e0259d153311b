import { decimalText } from '../expenses/index.ts'
import { type FileSource, markExport, markedFile } from '../exports/index.ts'
import type { Reading } from '../platform/database.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Locale } from '../platform/words.ts'
import { type Claim, getClaim, listClaimed } from './queries/claims.ts'
import { type Contract, getContract } from './queries/contracts.ts'
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
  count: async (reading, { claimId }) => (await getClaim(reading, claimId)).peopleCount,
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
  const rows = await listClaimed(reading, claim)
  const mark = markExport(reading)
  reading.look({
    action: 'export',
    caseIds: rows.map(({ caseId }) => caseId),
    personIds: rows.map(({ personId }) => personId),
    fieldGroups: ['identity', claim.result === 'PROGRAMME_COMPLETED' ? 'referrals' : 'custody'],
    details: { number: mark.number, claimId: claim.id, ...(asked && { requestId: asked.requestId }) },
  })
  const header = (['funder', 'contract', 'result', 'claim', 'state', 'case', 'happened', 'matures', 'row-state', 'price', 'means'] as const).map((name) => say(`f.${name}`)) // biome-ignore format: one line
  const of = [contract.funder, contract.title, say(`result.${claim.result}`), claim.id, say(`state.${claim.state}`)]
  const means = say(`means.${claim.result}`, { days: contract.followDays })
  const price = `${decimalText(claim.priceInMinor)} ${contract.currency}`
  const lines = rows.map((row) => [
    ...of,
    ...[row.caseId, row.happenedOn, row.maturesOn, say(`row.${row.state}`), price, means],
  ])
  return markedFile(locale, mark, { name: 'claim', header, rows: lines })
}
