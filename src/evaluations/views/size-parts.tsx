import { formatNumber } from '../../platform/dates.ts'
import { Cell, Input, problemOf, Row, RowHead, Select, Table } from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Locale } from '../../platform/words.ts'
import { alternativesTo, inAll, needed } from '../alternatives.ts'
import type { SampleSize } from '../evaluation.ts'
import { powers, ratios } from '../size-form.ts'
import { words } from '../words.ts'

type Typed = Pick<FormState<unknown>, 'typed' | 'problems'>

/** The four boxes that say how large a difference must be found. */
export function SizeFields({ page, form }: { page: PageContext; form: Typed }) {
  const say = words(page.locale)
  const field = (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
  const share = { width: 4, inputMode: 'decimal', suffix: '%' } as const
  return (
    <>
      <Input {...field('shareWithout')} {...share} label={say('size.without')} hint={say('size.without-hint')} />
      <Input {...field('shareWith')} {...share} label={say('size.with')} hint={say('size.with-hint')} />
      <Select
        {...field('power')}
        label={say('size.power')}
        hint={say('size.power-hint')}
        items={powers.map((value) => ({ value, text: say('size.chances', { number: Number(value) }) }))}
      />
      <Select
        {...field('ratio')}
        label={say('size.ratio')}
        hint={say('size.ratio-hint')}
        items={ratios.map((value) => ({ value, text: say('size.for-each', { count: Number(value) }) }))}
      />
    </>
  )
}

/** How many people a plan needs, in one sentence. */
export function sizeSentence(locale: Locale, size: SampleSize): string {
  const { inProgramme, compared } = needed(size)
  return words(locale)('size.answer', {
    ...{ without: shareOf(locale, size.shareWithout), with: shareOf(locale, size.shareWith) },
    ...{ inProgramme: formatNumber(locale, inProgramme), compared: formatNumber(locale, compared) },
    ...{ all: formatNumber(locale, inProgramme + compared), chances: Math.round(size.power * 100) },
  })
}

/** What it would be with another difference, more people compared with, or fewer who take part. */
export function Alternatives({ page, size }: { page: PageContext; size: SampleSize }) {
  const { locale } = page
  const say = words(locale)
  const number = (value: number) => formatNumber(locale, value)
  const { differences, powers: chances, ratios: each, fewer } = alternativesTo(size)
  const asked = (isAsked: boolean) => isAsked && <small>{say('size.asked')}</small>
  const chanceHeads = chances.map((power) => say('size.chances', { number: Math.round(power * 100) }))
  const heads = (['size.in-programme', 'size.compared', 'size.all'] as const).map((key) => say(key))
  return (
    <>
      <Table
        caption={say('size.by-difference')}
        columns={[say('size.c.difference'), ...chanceHeads].map((text, nth) => ({ text, isNumeric: nth > 0 }))}
      >
        {differences.map(({ shareWith, isAsked, people }) => (
          <Row>
            <RowHead>
              {say('size.against', { without: shareOf(locale, size.shareWithout), with: shareOf(locale, shareWith) })}
              {asked(isAsked)}
            </RowHead>
            {people.map((count, nth) => (
              <Cell label={chanceHeads[nth]} isNumeric>
                {number(count)}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
      <Table
        caption={say('size.by-ratio')}
        columns={[say('size.ratio'), ...heads].map((text, nth) => ({ text, isNumeric: nth > 0 }))}
      >
        {each.map(({ ratio, isAsked, inProgramme, compared }) => (
          <Row>
            <RowHead>
              {say('size.for-each', { count: ratio })}
              {asked(isAsked)}
            </RowHead>
            {[inProgramme, compared, inAll({ inProgramme, compared })].map((count, nth) => (
              <Cell label={heads[nth]} isNumeric>
                {number(count)}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
      <Table
        caption={say('size.by-people')}
        columns={[{ text: say('size.in-programme') }, { text: say('size.c.chance'), isNumeric: true }]}
      >
        {fewer.map(({ inProgramme, chance }) => (
          <Row>
            <RowHead>{number(inProgramme)}</RowHead>
            <Cell label={say('size.c.chance')} isNumeric>
              {say('size.chances', { number: Math.round(chance * 100) })}
            </Cell>
          </Row>
        ))}
      </Table>
    </>
  )
}

/** "56%", "56.5%". */
export const shareOf = (locale: Locale, share: number): string =>
  words(locale)('per-cent', { number: formatNumber(locale, Math.round(share * 1_000) / 10) })
