import { type Agency, agencyKindLabel } from '../../agencies/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Checkboxes,
  DateInput,
  Details,
  Input,
  problemOf,
  Radios,
  Row,
  RowHead,
  Section,
  Select,
  Table,
} from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type Problem, type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { fieldGroupLabel, fieldGroups, relationshipLabel, relationships } from '../../sight/index.ts'
import { lineKinds } from '../agreement-form.ts'
import type { Gateway } from '../queries/agreements.ts'
import { purposes } from '../terms.ts'
import { words } from '../words.ts'
import { lineLabel } from './agreement-page.tsx'
import { AgreementFrame } from './frame.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agencies: readonly Agency[]
  gateways: readonly Gateway[]
  form: { typed: Typed; problems: Problem[] }
  /** The tables of the form: a relationship and a kind of agency each. */
  lines: readonly string[]
  /** Of the draft; left out for a new one. */
  id?: string | undefined
}

export function AgreementFormPage(props: Props) {
  const { page, may, form, lines, id } = props
  const say = words(page.locale)
  return (
    <AgreementFrame
      page={page}
      may={may}
      title={say(id ? 'form.edit' : 'form.new')}
      sub={say('form.sub')}
      back={
        id
          ? { href: `/agreements/${id}`, text: typedText(form, 'title') || say('list.title') }
          : { href: '/agreements', text: say('list.title') }
      }
      problems={form.problems}
      say={say}
    >
      <form method="post" action={id ? `/agreements/${id}` : '/agreements'} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version') || '0'} />
        <TermsFields {...props} />
        <Section id="grants" title={say('grants')}>
          <p class="govuk-body">{say('grants.text')}</p>
          {problemOf(form.problems, 'grants', say) && (
            <p class="govuk-error-message">{problemOf(form.problems, 'grants', say)}</p>
          )}
          {lines.map((line) => (
            <LineTable page={page} form={form} line={line} />
          ))}
        </Section>
        <Button>{say('form.keep')}</Button>
        <AddLine page={page} form={form} />
      </form>
    </AgreementFrame>
  )
}

function TermsFields({ page: { locale }, agencies, gateways, form }: Props) {
  const say = words(locale)
  const problem = (field: string) => problemOf(form.problems, field, say)
  const day = (field: 'starts' | 'review' | 'ends') => (
    <DateInput
      name={field}
      legend={say(field)}
      hint={field === 'starts' ? undefined : say(`${field}.hint`)}
      values={dayBoxes(form, field)}
      error={problem(field)}
    />
  )
  return (
    <>
      <Input name="title" label={say('title')} value={typedText(form, 'title')} error={problem('title')} />
      <Radios
        name="purpose"
        legend={say('purpose')}
        hint={say('purpose.hint')}
        value={typedText(form, 'purpose')}
        error={problem('purpose')}
        items={purposes.map((code) => ({ value: code, text: say(`purpose.${code}`) }))}
      />
      <Radios
        name="gateway"
        legend={say('gateway')}
        value={typedText(form, 'gateway')}
        error={problem('gateway')}
        items={gateways.map(({ code, citation, needsConsent }) => ({
          ...{ value: code, text: citation },
          hint: needsConsent ? say('consent.needed') : undefined,
        }))}
      />
      <Checkboxes
        name="parties"
        legend={say('parties')}
        hint={say('parties.hint')}
        isSmall
        values={typedList(form, 'parties')}
        error={problem('parties')}
        items={agencies.map(({ id, name, kind }) => ({ value: id, text: `${name}, ${agencyKindLabel(locale, kind)}` }))}
      />
      {day('starts')}
      {day('review')}
      {day('ends')}
      <Input
        name="documentReference"
        label={say('document')}
        hint={say('document.hint')}
        value={typedText(form, 'documentReference')}
        error={problem('documentReference')}
      />
    </>
  )
}

/** One relationship: for each part, may it be seen, may it be written. */
function LineTable({ page: { locale }, form, line }: { page: PageContext; form: { typed: Typed }; line: string }) {
  const say = words(locale)
  const tick = (verb: 'see' | 'write', part: string) => (
    <Checkboxes
      name={`${verb}:${line}`}
      idPrefix={`${verb}-${line.replace(':', '-')}-${part}`}
      isSmall
      values={typedList(form, `${verb}:${line}`)}
      items={[
        {
          value: part,
          text: (
            <>
              {say(verb === 'see' ? 'sees' : 'writes')}{' '}
              <span class="govuk-visually-hidden">{`${fieldGroupLabel(locale, part)}, ${lineLabel(locale, line)}`}</span>
            </>
          ),
        },
      ]}
    />
  )
  return (
    <>
      <input type="hidden" name="line" value={line} />
      <Table
        caption={lineLabel(locale, line)}
        columns={[{ text: say('part') }, { text: say('sees') }, { text: say('writes') }]}
      >
        {fieldGroups.map((part) => (
          <Row>
            <RowHead>{fieldGroupLabel(locale, part)}</RowHead>
            <Cell>{tick('see', part)}</Cell>
            <Cell>{tick('write', part)}</Cell>
          </Row>
        ))}
      </Table>
    </>
  )
}

function AddLine({ page: { locale }, form }: { page: PageContext; form: { typed: Typed } }) {
  const say = words(locale)
  return (
    <Details summary={say('line.add')}>
      <p class="govuk-body">{say('line.text')}</p>
      <Select
        name="addRelationship"
        label={say('line.relationship')}
        value={typedText(form, 'addRelationship')}
        items={relationships.map((code) => ({ value: code, text: relationshipLabel(locale, code) }))}
      />
      <Select
        name="addKind"
        label={say('line.kind')}
        value={typedText(form, 'addKind')}
        items={lineKinds.map((kind) => ({
          value: kind,
          text: kind === 'any' ? say('line.any') : agencyKindLabel(locale, kind),
        }))}
      />
      <Button kind="secondary" name="add" value="line">
        {say('line.add')}
      </Button>
    </Details>
  )
}
