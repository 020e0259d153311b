import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  DateInput,
  Empty,
  Input,
  Link,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Select,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { purposes } from '../ask-known-here.ts'
import type { Asked, Desk } from '../queries.ts'
import { words } from '../words.ts'

export interface AskProps {
  page: PageContext
  form: { typed: Typed; problems: Problem[] }
  desks: readonly Desk[]
  own: readonly Asked[]
}

/** One question about one person to one agency, and what one asked before. */
export function AskPage({ page, form, desks, own }: AskProps) {
  const { locale } = page
  const say = words(locale)
  const error = (field: string) => problemOf(form.problems, field, say)
  return (
    <Layout page={page} title={say('ask.title')} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={say} />
      <PageHead title={say('ask.title')} sub={say('ask.sub')} />
      <form class="tl-noprint" method="post" action="/known-here" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Select
          name="askedAgencyId"
          label={say('ask.agency')}
          hint={say('ask.agency-hint')}
          value={typedText(form, 'askedAgencyId')}
          error={error('askedAgencyId')}
          items={[{ value: '', text: say('ask.choose') }, ...desks.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Input
          name="number"
          label={say('ask.number')}
          hint={say('ask.number-hint')}
          width={20}
          value={typedText(form, 'number')}
          error={error('number')}
        />
        <Input
          name="givenName"
          label={say('ask.given')}
          width={20}
          value={typedText(form, 'givenName')}
          error={error('givenName')}
        />
        <Input
          name="familyName"
          label={say('ask.family')}
          width={20}
          value={typedText(form, 'familyName')}
          error={error('familyName')}
        />
        <DateInput
          name="bornOn"
          legend={{ text: say('ask.born') }}
          values={dayBoxes(form, 'bornOn')}
          error={error('bornOn')}
        />
        <Radios
          name="purpose"
          legend={{ text: say('ask.purpose'), size: 'm' }}
          isSmall
          items={purposes.map((purpose) => ({ value: purpose, text: say(`purpose.${purpose}`) }))}
          value={typedText(form, 'purpose')}
          error={error('purpose')}
        />
        <Button>{say('ask.button')}</Button>
      </form>
      <Section id="h-own" title={say('ask.own')}>
        {own.length === 0 && <Empty title={say('ask.own-none')} />}
        <PlainList>
          {own.map((asked) => (
            <li>
              <Link href={`/known-here/${asked.id}`}>
                {say('ask.own-line', { agency: asked.agencyName, at: formatAt(locale, asked.askedAt, 'brief') })}
              </Link>
              <br />
              <span class="tl-quiet">{say(`purpose.${asked.purpose}`)}</span>
            </li>
          ))}
        </PlainList>
      </Section>
    </Layout>
  )
}
