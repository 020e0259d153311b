import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  AgencySquare,
  Button,
  Cell,
  Input,
  initialsOf,
  Link,
  problemOf,
  Row,
  RowHead,
  Select,
  StatusTag,
  Table,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { agencyKinds } from '../add-agency.ts'
import { agencyKindLabel } from '../labels.ts'
import type { CountedAgency } from '../queries/agencies.ts'
import { words } from '../words.ts'
import { SettingsFrame } from './settings-frame.tsx'

interface ListProps {
  page: PageContext
  may: ReadonlySet<string>
  agencies: readonly CountedAgency[]
  ownAgencyId: string
  done: string | undefined
}

export function AgenciesPage({ page, may, agencies, ownAgencyId, done }: ListProps) {
  const say = words(page.locale)
  const mayAdd = may.has('coordinate the partnership')
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('agencies.title')}
      sub={say('agencies.sub', { count: agencies.filter(({ closedOn }) => !closedOn).length })}
      actions={mayAdd && <Button href="/settings/agencies/new">{say('agency.add')}</Button>}
      done={done}
    >
      <Table
        caption={say('agencies.title')}
        isCaptionHidden
        columns={[
          { text: say('agency.name') },
          { text: say('agency.kind') },
          { text: say('agency.code') },
          { text: say('agency.workers'), isNumeric: true },
        ]}
      >
        {agencies.map(({ id, name, kind, code, workers, closedOn }) => (
          <Row>
            <RowHead>
              <AgencySquare initials={initialsOf(name)} kind={kind} />{' '}
              {mayAdd || id === ownAgencyId ? (
                <Link class="tl-link" href={`/settings/agencies/${id}`}>
                  {name}
                </Link>
              ) : (
                name
              )}{' '}
              {closedOn && <StatusTag>{say('agency.closed-on', { day: formatDay(page.locale, closedOn) })}</StatusTag>}
            </RowHead>
            <Cell label={say('agency.kind')}>{agencyKindLabel(page.locale, kind)}</Cell>
            <Cell label={say('agency.code')}>{code}</Cell>
            <Cell label={say('agency.workers')} isNumeric>
              {workers}
            </Cell>
          </Row>
        ))}
      </Table>
    </SettingsFrame>
  )
}

interface NewProps {
  page: PageContext
  may: ReadonlySet<string>
  form: FormState<unknown>
}

export function NewAgencyPage({ page, may, form }: NewProps) {
  const say = words(page.locale)
  const { problems } = form
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('agency.add')}
      back={{ href: '/settings/agencies', text: say('agencies.title') }}
      problems={problems}
    >
      <form method="post" action="/settings/agencies" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input
          name="name"
          label={say('agency.name')}
          value={typedText(form, 'name')}
          error={problemOf(problems, 'name', say)}
          width={30}
        />
        <Select
          name="kind"
          label={say('agency.kind')}
          hint={say('agency.kind.hint')}
          value={typedText(form, 'kind')}
          error={problemOf(problems, 'kind', say)}
          items={[
            { value: '', text: say('choose') },
            ...agencyKinds.map((kind) => ({ value: kind, text: agencyKindLabel(page.locale, kind) })),
          ]}
        />
        <Input
          name="code"
          label={say('agency.code')}
          hint={say('agency.code.hint')}
          value={typedText(form, 'code')}
          error={problemOf(problems, 'code', say)}
          width={10}
          autocapitalize="characters"
          spellcheck={false}
        />
        <Button>{say('agency.add')}</Button>
      </form>
    </SettingsFrame>
  )
}
