/** What a column of an extract may hold. The first four are numbers by which a source knows somebody. */
export const offenceFields = [
  'PNC',
  'CRO',
  'PRISON_NUMBER',
  'CRN',
  'reference',
  'offenceOn',
  'outcome',
  'outcomeOn',
  'kind',
  'category',
  'jurisdiction',
  'isRecordable',
] as const
export type OffenceField = (typeof offenceFields)[number]

export const numberFields = ['PNC', 'CRO', 'PRISON_NUMBER', 'CRN'] as const

export const isOffenceField = (text: string): text is OffenceField =>
  (offenceFields as readonly string[]).includes(text)

/** Spellings of headers, without case, spaces and signs, as police and court extracts write them. */
export const offenceSpellings: Record<OffenceField, string> = {
  PNC: 'pnc pncid pncno pncnumber',
  CRO: 'cro crono cronumber',
  PRISON_NUMBER: 'prisonnumber prisonernumber nomsnumber nomsid noms nomisid',
  CRN: 'crn casereferencenumber deliuscrn',
  reference: 'reference offencereference offenceid asn crimenumber crimereference riferimento verwijzing',
  offenceOn: 'offencedate dateofoffence committedon offencecommitted datareato datadelreato pleegdatum',
  outcome: 'outcome outcometype disposal result disposaltype esito uitkomst afdoening',
  outcomeOn: 'outcomedate dateofoutcome convictiondate disposaldate sentencedate dataesito uitkomstdatum',
  kind: 'offence offencekind offencetype offencedescription description reato feit',
  category: 'category actuarialcategory offencecategory categoria categorie',
  jurisdiction: 'jurisdiction country giurisdizione rechtsgebied',
  isRecordable: 'recordable isrecordable',
}
