import { type CaseFrame, CaseLayout } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Empty,
  Input,
  Link,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Textarea,
} from '../../platform/web/components/index.ts'
import { typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { FoundPerson } from '../queries/find.ts'
import { words } from '../words.ts'
import { RecordFieldset, type RecordForm, sayerOf } from './fields.tsx'

interface OfPerson {
  page: PageContext
  frame: CaseFrame
  form: RecordForm
}

/** Corrects who somebody is. */
export function EditRecordPage({ page, frame, form }: OfPerson) {
  const { locale } = page
  const say = words(locale)
  const title = say('edit.title', { name: frame.shownName })
  const path = `/people/${frame.personId}`
  return (
    <CaseLayout page={page} frame={frame} current="record" title={title} hasProblems={form.problems.length > 0}>
      <ProblemSummary problems={form.problems} say={sayerOf(locale)} />
      <PageHead title={title} />
      <form method="post" action={`${path}/edit`}>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version')} />
        <RecordFieldset locale={locale} form={form} />
        <ButtonGroup>
          <Button>{say('edit.save')}</Button>
          <Link href={path}>{say('edit.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

export const addressKinds = ['FIRST_NIGHT', 'HOME', 'BEFORE_CUSTODY'] as const

/** Adds an address, hidden if it must be. */
export function AddressPage({ page, frame, form }: OfPerson) {
  const { locale } = page
  const say = words(locale)
  const error = (field: string) => problemOf(form.problems, field, sayerOf(locale))
  const path = `/people/${frame.personId}`
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="record"
      title={say('address.title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={sayerOf(locale)} />
      <PageHead title={say('address.title')} />
      <form method="post" action={`${path}/addresses`}>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="kind"
          legend={say('address.kind')}
          items={addressKinds.map((kind) => ({ value: kind, text: say(`address.${kind}`) }))}
          value={typedText(form, 'kind') || 'FIRST_NIGHT'}
        />
        <Textarea
          name="lines"
          label={say('address.lines')}
          rows={3}
          value={typedText(form, 'lines')}
          error={error('lines')}
        />
        <Input
          name="postcode"
          label={say('address.postcode')}
          width={10}
          value={typedText(form, 'postcode')}
          autocomplete="off"
        />
        <Checkboxes
          name="is"
          legend={say('identity.addresses')}
          items={[
            { value: 'none', text: say('address.none') },
            { value: 'hidden', text: say('address.hidden') },
          ]}
          values={typedList(form, 'is')}
          isSmall
        />
        <ButtonGroup>
          <Button>{say('address.save')}</Button>
          <Link href={path}>{say('edit.cancel')}</Link>
        </ButtonGroup>
      </form>
    </CaseLayout>
  )
}

/** Joins this record with another of the same person, chosen among those alike whom the reader may see. */
export function MergePage({
  page,
  frame,
  alike,
  error,
}: Omit<OfPerson, 'form'> & { alike: FoundPerson[]; error?: boolean }) {
  const { locale } = page
  const say = words(locale)
  const path = `/people/${frame.personId}`
  const tells = ({ prisonNumber, bornOn, prison }: FoundPerson) =>
    [prisonNumber, bornOn && formatDay(locale, bornOn, 'full'), prison].filter(Boolean).join(', ')
  return (
    <CaseLayout page={page} frame={frame} current="record" title={say('merge.title')} hasProblems={error}>
      <PageHead title={say('merge.title')} sub={say('merge.text', { name: frame.shownName })} />
      {alike.length === 0 ? (
        <Empty title={say('merge.none', { name: frame.shownName })}>
          <p class="govuk-body">{say('merge.none-text')}</p>
        </Empty>
      ) : (
        <form method="post" action={`${path}/merge`}>
          <input type="hidden" name="formId" value={newId()} />
          <Radios
            name="other"
            legend={say('merge.who')}
            hint={say('merge.also-open')}
            error={error ? say('merge.problem') : undefined}
            items={alike.map((person) => ({ value: person.personId, text: person.name, hint: tells(person) }))}
          />
          <ButtonGroup>
            <Button>{say('merge.save')}</Button>
            <Link href={path}>{say('edit.cancel')}</Link>
          </ButtonGroup>
        </form>
      )}
    </CaseLayout>
  )
}
