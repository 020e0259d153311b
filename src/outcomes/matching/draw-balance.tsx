import { BalancePicture } from '../pictures/balance-picture.tsx'
import type { MatchAnswer } from './compare.ts'

/** The balance of an answer, with the words of the command. */
export function drawBalance({ balance, matched, comparison }: MatchAnswer) {
  const apart = balance.filter(({ flag }) => flag === 'red').map(({ covariate }) => covariate)
  const left =
    apart.length > 0
      ? `More than a tenth apart after matching: ${apart.join(', ')}.`
      : 'None is more than a tenth apart.'
  return (
    <BalancePicture
      title="How alike the two groups are"
      description={`Differences in ${balance.length} covariates before and after matching ${matched} treated with ${comparison}. ${left}`}
      balance={balance}
      words={{
        before: 'before',
        after: 'after matching',
        difference: 'difference in standard deviations of the treated',
      }}
    />
  )
}
