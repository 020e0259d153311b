/** Beginnings of words that never stand on a paper that anybody could pick up, in the languages that staff write in. */
const beginnings = [
  'risk',
  'mappa',
  'marac',
  'visor',
  'oasys',
  'rosh',
  'offend',
  'reoffend',
  're-offend',
  'offence',
  'danger',
  'violen',
  'safeguard',
  'intelligence',
  'victim',
  'perpetrat',
  'suspect',
  'gang',
  'abus',
  'sexual',
  'sex work',
  'extremis',
  'terroris',
  'threat',
  'weapon',
  'knife',
  'arson',
  'stalk',
  'restraining',
  'exclusion zone',
  'rischi',
  'pericolo',
  'vittim',
  'minacc',
  'stupr',
  'coltell',
  'recidiv',
  'persecutor',
  'risico',
  'gevaar',
  'slachtoffer',
  'geweld',
  'misbruik',
  'bedreig',
  'wapen',
  'zeden',
  'dader',
  'huiselijk',
]
const unfit = new RegExp(`(?<![\\p{L}])(?:${beginnings.join('|')})`, 'iu')

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * What tells whether a text may stand on the paper: not when it names a risk, and not when it holds a piece of an address
 * that is hidden.
 */
export function fitness(hiddenPlaces: readonly string[]): (text: string) => boolean {
  const hidden = hiddenPlaces.map(plain).filter((piece) => piece.length > 3)
  return (text) => {
    if (unfit.test(text)) return false
    const squeezed = plain(text)
    return !hidden.some((piece) => squeezed.includes(piece))
  }
}
