import { expect, test } from 'vitest'
import { bankFile, plain } from './bank-file.ts'
import { readIban } from './iban.ts'
import { decimalText, mileageInMinor, readAmount } from './money.ts'
import { runsOutIn } from './runs-out.ts'

const ibans = ['GB29NWBK60161331926819', 'IT60X0542811101000000123456', 'NL91ABNA0417164300']

test('money is whole pence, and an IBAN with a wrong digit is none', () => {
  expect([readAmount('45'), readAmount('£45.5'), readAmount('45,07'), readAmount('45.001'), readAmount('-1')]).toEqual([
    4500,
    4550,
    4507,
    undefined,
    undefined,
  ])
  expect([mileageInMinor(101, 45), mileageInMinor(1, 45), decimalText(5), decimalText(123456)]).toEqual([
    455,
    5,
    '0.05',
    '1234.56',
  ])
  expect(ibans.map(readIban)).toEqual(ibans)
  for (const iban of ibans)
    for (let at = 4; at < iban.length; at++) {
      const other = iban[at] === '1' ? '2' : '1'
      expect(readIban(iban.slice(0, at) + other + iban.slice(at + 1))).toBeUndefined()
    }
  expect([readIban('NL91ABNA04171643001'), readIban('XX00')]).toEqual([undefined, undefined])
})

test('a fund says when it runs out at the pace of the last weeks', () => {
  expect(runsOutIn({ amountInMinor: 10_000, spentInMinor: 4_000, dailyInTenths: 1_000 })).toBe(60)
  expect(runsOutIn({ amountInMinor: 10_000, spentInMinor: 10_000, dailyInTenths: 0 })).toBe(0)
  expect(runsOutIn({ amountInMinor: 10_000, spentInMinor: 0, dailyInTenths: 0 })).toBeUndefined()
})

test('the bank’s file keeps its rules: order of parts, counts, sums, lengths and characters', () => {
  const transfers = ibans.map((iban, at) => ({
    id: `TL-1-${at}`,
    holder: ['Zoë <b>&', 'Łukasz Ørn', 'x'.repeat(90)][at]!,
    iban,
    amountInMinor: 10 + at,
    remittance: 'Onkosten é',
  }))
  const xml = bankFile({
    reference: 'TL-1',
    madeAt: new Date('2026-03-02T09:30:00Z'),
    payOn: '2026-03-03',
    currency: 'EUR',
    debtorName: 'Second Step',
    debtorIban: ibans[2]!,
    transfers,
  })

  const open: string[] = []
  const seen: string[] = []
  for (const [, slash, name] of xml.matchAll(/<(\/?)([A-Za-z]+)[^>?]*>/g)) {
    if (slash) expect(open.pop()).toBe(name)
    else seen.push(`${open.at(-1) ?? ''}/${name}`) && open.push(name!)
  }
  expect(open).toEqual([])
  const inside = (parent: string) =>
    seen.filter((path) => path.startsWith(`${parent}/`)).map((path) => path.split('/')[1])
  expect(inside('GrpHdr')).toEqual(['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty'])
  expect([...new Set(inside('PmtInf'))]).toEqual([
    'PmtInfId',
    'PmtMtd',
    'NbOfTxs',
    'CtrlSum',
    'PmtTpInf',
    'ReqdExctnDt',
    'Dbtr',
    'DbtrAcct',
    'DbtrAgt',
    'ChrgBr',
    'CdtTrfTxInf',
  ])
  expect(inside('CdtTrfTxInf').slice(0, 5)).toEqual(['PmtId', 'Amt', 'Cdtr', 'CdtrAcct', 'RmtInf'])
  expect(xml.match(/<CtrlSum>0.33<\/CtrlSum>/g)).toHaveLength(2)
  expect(xml.match(/<NbOfTxs>3<\/NbOfTxs>/g)).toHaveLength(2)
  const names = [...xml.matchAll(/<Cdtr><Nm>([^<]*)/g)].map(([, name]) => name!)
  expect(names).toEqual(['Zoe b', 'Lukasz Orn', 'x'.repeat(70)])
  expect(plain('=1+1 “x”', 70)).toBe('1+1 x')
})
