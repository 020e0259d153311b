// How long an IBAN is, for each country whose accounts a payment from the United Kingdom, Italy or the Netherlands may reach in one file.
// @source SWIFT, IBAN Registry
const lengths: Record<string, number> = {
  ...{ AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GI: 23, GR: 27 },
  ...{ HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25 },
  ...{ RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22 },
} // biome-ignore format: a table

/**
 * Reads an IBAN, with or without spaces, in any case.
 *
 * @returns it as banks exchange it; undefined where country, length or check digits are wrong.
 * @source ISO 13616; the check digits are ISO 7064 MOD 97-10.
 */
export function readIban(typed: string): string | undefined {
  const iban = typed.replaceAll(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || lengths[iban.slice(0, 2)] !== iban.length) return undefined
  return remainderOf(iban) === 1 ? iban : undefined
}

/** The number that an IBAN is (country and check digits last, A is 10), modulo 97. */
function remainderOf(iban: string): number {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest
}

/** In groups of four, as people read it; all but the last four hidden where it is shown to others. */
export const ibanText = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ')
export const ibanHint = (iban: string): string => `${iban.slice(0, 2)} … ${iban.slice(-4)}`
