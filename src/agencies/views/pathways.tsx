import { newId } from '../../platform/ids.ts'
import { Button, Cell, Checkboxes, Input, problemOf, Row, RowHead, Table } from '../../platform/web/components/index.ts'
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { localeNames, locales } from '../../platform/words.ts'
import { pathwayLabel } from '../labels.ts'
import type { KeptPathway } from '../queries/partnership.ts'
import { words } from '../words.ts'
import { SettingsFrame } from './settings-frame.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  pathways: readonly KeptPathway[]
  form: FormState<unknown>
  done?: string | undefined
}

/** Labels are empty where the partnership uses our words; those are shown beside. */
export function PathwaysPage({ page, may, pathways, form, done }: Props) {
  const say = words(page.locale)
  const { problems } = form
  return (
    <SettingsFrame
      page={page}
      may={may}
      title={say('pathways.title')}
      sub={say('pathways.sub')}
      problems={problems}
      done={done}
    >
      <form method="post" action="/settings/pathways" novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={typedText(form, 'version')} />
        <Table
          caption={say('pathways.title')}
          isCaptionHidden
          columns={[
            { text: say('pathway') },
            { text: say('pathway.position') },
            ...locales.map((locale) => ({ text: localeNames[locale] })),
            { text: say('pathway.use') },
          ]}
        >
          {pathways.map((pathway) => (
            <PathwayRow page={page} pathway={pathway} form={form} />
          ))}
        </Table>
        <Button>{say('save')}</Button>
      </form>
    </SettingsFrame>
  )
}

function PathwayRow({ page, pathway, form }: { page: PageContext; pathway: KeptPathway; form: FormState<unknown> }) {
  const say = words(page.locale)
  const { code } = pathway
  const ours = pathwayLabel(page.locale, code)
  const field = (name: string, label: string) => ({
    name: `${name}-${code}`,
    label: { text: `${label}, ${ours}`, class: 'govuk-visually-hidden' },
    value: typedText(form, `${name}-${code}`),
    error: problemOf(form.problems, `${name}-${code}`, say),
  })
  return (
    <Row>
      <RowHead>{ours}</RowHead>
      <Cell label={say('pathway.position')}>
        <Input {...field('position', say('pathway.position'))} width={2} inputMode="numeric" />
      </Cell>
      {locales.map((locale) => (
        <Cell label={localeNames[locale]}>
          <Input {...field(locale, localeNames[locale])} attributes={{ lang: locale }} />
        </Cell>
      ))}
      <Cell label={say('pathway.use')}>
        <Checkboxes
          name={`use-${code}`}
          isSmall
          values={typedList(form, `use-${code}`)}
          error={problemOf(form.problems, `use-${code}`, say)}
          items={[
            { value: 'yes', text: <span class="govuk-visually-hidden">{`${say('pathway.use')}, ${ours}`}</span> },
          ]}
        />
      </Cell>
    </Row>
  )
}
