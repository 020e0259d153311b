import { newId } from '../../platform/ids.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  Details,
  Input,
  PageHead,
  PlainList,
  ProblemSummary,
  problemOf,
  StatusTag,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { EmergencyNumber } from '../queries/numbers.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  numbers: readonly EmergencyNumber[]
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
  /** The number whose form came back; none for a new one. */
  sentId: string | undefined
  /** Whether the reader's way back is the lines, or the settings. */
  hasLines: boolean
}
type Say = ReturnType<typeof words>

/** The numbers of the partnership's country, each of which can be changed in its place. */
export function NumbersPage({ page, numbers, form, sentId, hasLines }: Props) {
  const say = words(page.locale)
  const isNewSent = form.problems.length > 0 && sentId === undefined
  const blank = { typed: {}, problems: [] }
  const summary = form.problems.map((problem) => ({ ...problem, field: `${problem.field}-${sentId ?? 'new'}` }))
  return (
    <Layout page={page} title={say('numbers.title')} hasProblems={form.problems.length > 0}>
      {hasLines ? (
        <BackLink href="/helpline?all">{say('lines.title')}</BackLink>
      ) : (
        <BackLink href="/settings">{say('numbers.settings')}</BackLink>
      )}
      <ProblemSummary problems={summary} say={say} />
      <PageHead title={say('numbers.title')} sub={say('numbers.sub')} />
      <PlainList>
        {numbers.map((number) => (
          <li>
            <strong>{number.name}</strong> <span class="tl-num">{number.phone}</span>{' '}
            {number.isEmergency && <StatusTag tone="bad">{say('numbers.first')}</StatusTag>}
            {number.usedWhen && <small>{number.usedWhen}</small>}
            <Details summary={say('numbers.change', { name: number.name })} isOpen={sentId === number.id}>
              <form method="post" action={`/helpline-numbers/${number.id}`} novalidate>
                <input type="hidden" name="formId" value={newId()} />
                <input type="hidden" name="version" value={number.version} />
                <NumberFields
                  id={number.id}
                  form={sentId === number.id ? form : { typed: typedOf(number), problems: [] }}
                  say={say}
                />
                <Button kind="secondary">{say('numbers.save')}</Button>
              </form>
              <form method="post" action={`/helpline-numbers/${number.id}/removal`}>
                <input type="hidden" name="formId" value={newId()} />
                <input type="hidden" name="version" value={number.version} />
                <Button kind="secondary">{say('numbers.remove')}</Button>
              </form>
            </Details>
          </li>
        ))}
      </PlainList>
      <Details summary={say('numbers.add')} isOpen={isNewSent}>
        <form method="post" action="/helpline-numbers" novalidate>
          <input type="hidden" name="formId" value={newId()} />
          <NumberFields id="new" form={isNewSent ? form : blank} say={say} />
          <Button>{say('numbers.add-button')}</Button>
        </form>
      </Details>
    </Layout>
  )
}

function NumberFields({ id, form, say }: { id: string; form: Props['form']; say: Say }) {
  const field = (name: string) => ({
    name,
    id: `${name}-${id}`,
    value: typedText(form, name),
    error: problemOf(form.problems, name, say),
  })
  return (
    <>
      <Input {...field('name')} label={say('numbers.name')} />
      <Input {...field('phone')} label={say('numbers.phone')} width={20} />
      <Input {...field('usedWhen')} label={say('numbers.when')} hint={say('numbers.when-hint')} />
      <Checkboxes
        name="isEmergency"
        idPrefix={`isEmergency-${id}`}
        values={typedText(form, 'isEmergency') ? ['yes'] : []}
        items={[{ value: 'yes', text: say('numbers.is-first') }]}
      />
    </>
  )
}

const typedOf = ({ name, phone, usedWhen, isEmergency }: EmergencyNumber) => ({
  name,
  phone,
  usedWhen,
  ...(isEmergency && { isEmergency: 'yes' }),
})
