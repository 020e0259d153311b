import { stringify } from 'csv-stringify/sync'
import type { Day } from '../platform/calendar-day.ts'
import type { Currency } from './kinds.ts'
import { decimalText } from './money.ts'

/** One transfer: all that one person is paid in a batch. */
export interface Transfer {
  /** At most 35 characters, once in a batch. */
  id: string
  holder: string
  iban: string
  amountInMinor: number
  /** What the person reads on their statement, at most 140 characters. */
  remittance: string
}

export interface BankBatch {
  reference: string
  madeAt: Date
  payOn: Day
  currency: Currency
  debtorName: string
  debtorIban: string
  transfers: readonly Transfer[]
}

/**
 * The file by which a bank pays a batch: ISO 20022 pain.001.001.09, one payment with a transfer for each person. Text is cut down to the
 * characters that every bank of the scheme takes.
 *
 * @source ISO 20022 CustomerCreditTransferInitiationV09; EPC132-08 for euros (SEPA, charges shared).
 */
export function bankFile(batch: BankBatch): string {
  const { reference, transfers, currency } = batch
  const sum = decimalText(transfers.reduce((total, { amountInMinor }) => total + amountInMinor, 0))
  const counts = `<NbOfTxs>${transfers.length}</NbOfTxs><CtrlSum>${sum}</CtrlSum>`
  const service = currency === 'EUR' ? '<SvcLvl><Cd>SEPA</Cd></SvcLvl>' : '<SvcLvl><Cd>NURG</Cd></SvcLvl>'
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
<GrpHdr><MsgId>${plain(reference, 35)}</MsgId><CreDtTm>${batch.madeAt.toISOString().slice(0, 19)}Z</CreDtTm>${counts}<InitgPty><Nm>${plain(batch.debtorName, 70)}</Nm></InitgPty></GrpHdr>
<PmtInf><PmtInfId>${plain(reference, 35)}</PmtInfId><PmtMtd>TRF</PmtMtd>${counts}<PmtTpInf>${service}</PmtTpInf><ReqdExctnDt><Dt>${batch.payOn}</Dt></ReqdExctnDt><Dbtr><Nm>${plain(batch.debtorName, 70)}</Nm></Dbtr><DbtrAcct><Id><IBAN>${batch.debtorIban}</IBAN></Id><Ccy>${currency}</Ccy></DbtrAcct><DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt><ChrgBr>${currency === 'EUR' ? 'SLEV' : 'SHAR'}</ChrgBr>
${transfers.map((transfer) => transferXml(transfer, currency)).join('\n')}
</PmtInf></CstmrCdtTrfInitn></Document>
`
}

const transferXml = ({ id, holder, iban, amountInMinor, remittance }: Transfer, currency: Currency) =>
  `<CdtTrfTxInf><PmtId><EndToEndId>${plain(id, 35)}</EndToEndId></PmtId><Amt><InstdAmt Ccy="${currency}">${decimalText(amountInMinor)}</InstdAmt></Amt><Cdtr><Nm>${plain(holder, 70)}</Nm></Cdtr><CdtrAcct><Id><IBAN>${iban}</IBAN></Id></CdtrAcct><RmtInf><Ustrd>${plain(remittance, 140)}</Ustrd></RmtInf></CdtTrfTxInf>`

/**
 * Text in the character set of the scheme: accents are left off, what is not in it becomes a space. So nothing is left to escape.
 *
 * @source EPC217-08, SEPA conversion table: A-Z a-z 0-9 / - ? : ( ) . , ' + and space.
 */
export function plain(text: string, most: number): string {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('Ø', 'O').replaceAll('ł', 'l').replaceAll('Ł', 'L') // biome-ignore format: one line
  const kept = bare
    .replaceAll(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return kept.slice(0, most).trim() || 'NOTPROVIDED'
}

/** The same transfers as a table, for a bank that takes no XML. A cell that a spreadsheet would run is made text. */
export function bankTable({ transfers, currency, payOn }: BankBatch): string {
  const rows = transfers.map(({ id, holder, iban, amountInMinor, remittance }) => [
    id,
    plain(holder, 70),
    iban,
    decimalText(amountInMinor),
    currency,
    payOn,
    plain(remittance, 140),
  ])
  const columns = ['reference', 'name', 'iban', 'amount', 'currency', 'pay on', 'remittance']
  return stringify(rows, { header: true, columns, escape_formulas: true, bom: true })
}
