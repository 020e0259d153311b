import { formatNumber } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  Cell,
  Checkboxes,
  Empty,
  Input,
  problemOf,
  Row,
  RowHead,
  Section,
  Table,
  WarningText,
} from '../../platform/web/components/index.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { type Effect, fieldGroupLabel } from '../../sight/index.ts'
import type { AgreementState } from '../agreement-states.ts'
import type { WholeAgreement } from '../queries/agreements.ts'
import { words } from '../words.ts'
import { GrantTable } from './agreement-page.tsx'
import { AgreementFrame } from './frame.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  agreement: WholeAgreement
  state: AgreementState
  effects: readonly Effect[]
}

interface EffectProps extends Props {
  isOurs: boolean
  agencyName: string
  form: Pick<FormState<unknown>, 'typed' | 'problems'>
}

/** What would change if the agreement came into force; below it the step that comes next. */
export function EffectPage({ page, may, agreement, state, effects, isOurs, agencyName, form }: EffectProps) {
  const say = words(page.locale)
  const isDraft = state === 'DRAFT' && may.has('coordinate the partnership')
  return (
    <AgreementFrame
      page={page}
      may={may}
      title={say('effect.title')}
      sub={agreement.title}
      back={{ href: `/agreements/${agreement.id}`, text: agreement.title }}
      problems={form.problems}
      say={say}
    >
      <p class="govuk-body">{say('effect.text')}</p>
      <EffectTable page={page} effects={effects} />
      {isDraft && (
        <form method="post" action={`/agreements/${agreement.id}/offer`}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="version" value={agreement.version} />
          <p class="govuk-body">{say('offer.text')}</p>
          <Button>{say('offer')}</Button>
        </form>
      )}
      {isOurs && (
        <>
          <Section id="grants" title={say('grants')}>
            <GrantTable page={page} grants={agreement.grants} />
          </Section>
          <SignForm page={page} agreement={agreement} agencyName={agencyName} form={form} />
        </>
      )}
    </AgreementFrame>
  )
}

function SignForm({
  page,
  agreement,
  agencyName,
  form,
}: Pick<EffectProps, 'page' | 'agreement' | 'agencyName' | 'form'>) {
  const say = words(page.locale)
  return (
    <Section id="sign" title={say('sign.title', { agency: agencyName })}>
      <form method="post" action={`/agreements/${agreement.id}/signature`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input
          name="name"
          label={say('sign.name')}
          value={typedText(form, 'name')}
          error={problemOf(form.problems, 'name', say)}
        />
        <Input
          name="title"
          label={say('sign.role')}
          hint={say('sign.role-hint')}
          value={typedText(form, 'title')}
          error={problemOf(form.problems, 'title', say)}
        />
        <Checkboxes
          name="agrees"
          values={[typedText(form, 'agrees')]}
          error={problemOf(form.problems, 'agrees', say)}
          items={[{ value: 'yes', text: say('sign.agrees', { agency: agencyName }) }]}
        />
        <Button>{say('sign')}</Button>
      </form>
    </Section>
  )
}

/** What would change if it ended, and the button that ends it. */
export function EndPage({ page, may, agreement, effects }: Props) {
  const say = words(page.locale)
  const isInForce = agreement.inForceAt !== null
  return (
    <AgreementFrame
      page={page}
      may={may}
      title={say(isInForce ? 'go.end' : 'go.put-aside')}
      sub={agreement.title}
      back={{ href: `/agreements/${agreement.id}`, text: agreement.title }}
    >
      {isInForce ? <EffectTable page={page} effects={effects} /> : <p class="govuk-body">{say('put-aside.text')}</p>}
      {isInForce && <WarningText>{say('end.text')}</WarningText>}
      <form method="post" action={`/agreements/${agreement.id}/end`}>
        <input type="hidden" name="formId" value={newId()} />
        <Button kind="warning">{say(isInForce ? 'go.end' : 'go.put-aside')}</Button>
      </form>
    </AgreementFrame>
  )
}

function EffectTable({ page: { locale }, effects }: Pick<Props, 'page' | 'effects'>) {
  const say = words(locale)
  if (effects.length === 0) {
    return (
      <Empty title={say('effect.none')}>
        <p>{say('effect.none-text')}</p>
      </Empty>
    )
  }
  const [part, gains, losses] = [say('effect.part'), say('effect.gains'), say('effect.losses')]
  return (
    <Table
      caption={say('effect.title')}
      isCaptionHidden
      columns={[
        { text: say('party') },
        { text: part },
        { text: gains, isNumeric: true },
        { text: losses, isNumeric: true },
      ]}
    >
      {effects.map((effect) => (
        <Row>
          <RowHead>{effect.agencyName}</RowHead>
          <Cell label={part}>{fieldGroupLabel(locale, effect.fieldGroup)}</Cell>
          <Cell label={gains} isNumeric>
            {formatNumber(locale, effect.gains)}
          </Cell>
          <Cell label={losses} isNumeric>
            {formatNumber(locale, effect.losses)}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
