import { agencyKindLabel } from '../../agencies/index.ts'
import { Button, Cell, Checkboxes, Details, Row, RowHead, Select, Table } from '../../platform/web/components/index.ts'
import { type Typed, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { fieldGroupLabel, fieldGroups, relationshipLabel, relationships } from '../../sight/index.ts'
import { lineKinds } from '../agreement-form.ts'
import { words } from '../words.ts'
import { lineLabel } from './agreement-page.tsx'

/** One relationship: for each part, may it be seen, may it be written. */
export function LineTable({
  page: { locale },
  form,
  line,
}: {
  page: PageContext
  form: { typed: Typed }
  line: string
}) {
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

/** Asks for another relationship, or one kind of agency in it; the form comes back with its table. */
export function AddLine({ page: { locale }, form }: { page: PageContext; form: { typed: Typed } }) {
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
