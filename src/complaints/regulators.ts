import type { Partnership } from '../agencies/index.ts'

export type Jurisdiction = Partnership['jurisdiction']

/** Whom one can complain to beyond the agency, by country. */
export const regulators: Record<Jurisdiction, { name: string; address: string; phone: string; url: string }> = {
  'UK-EW': {
    name: 'Information Commissioner’s Office',
    address: 'Wycliffe House, Water Lane, Wilmslow, Cheshire, SK9 5AF',
    phone: '0303 123 1113',
    url: 'https://ico.org.uk/make-a-complaint/',
  },
  IT: {
    name: 'Garante per la protezione dei dati personali',
    address: 'Piazza Venezia 11, 00187 Roma',
    phone: '+39 06 696771',
    url: 'https://www.garanteprivacy.it',
  },
  NL: {
    name: 'Autoriteit Persoonsgegevens',
    address: 'Postbus 93374, 2509 AJ Den Haag',
    phone: '088 1805 250',
    url: 'https://www.autoriteitpersoonsgegevens.nl',
  },
}
