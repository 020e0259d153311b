import { CaseLayout } from '../../cases/index.ts'
import { BesideFact } from '../../corrections/index.ts'
import { formatAt } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import {
  Button,
  ButtonGroup,
  Link,
  NotificationBanner,
  PageHead,
  ProblemSummary,
  problemOf,
  Radios,
  Section,
  Textarea,
} from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import { needStatuses } from '../need-states.ts'
import type { Pathway } from '../pathways.ts'
import type { Need, NeedVersion } from '../queries/needs.ts'
import { words } from '../words.ts'
import { type FieldProps, Fields } from './need-fields.tsx'
import { sourceOf } from './needs-page.tsx'

/** Raise a need by hand. */
export function NewNeedPage(props: FieldProps & { pathways: { code: Pathway; name: string }[] }) {
  const { page, frame, form, pathways } = props
  const say = words(page.locale)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="plan"
      title={say('new.title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say as (key: string) => string} />
      <PageHead title={say('new.title')} />
      <form method="post" action={`/cases/${frame.caseId}/needs`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Radios
          name="pathway"
          legend={{ text: say('field.pathway'), size: 'm' }}
          items={pathways.map(({ code, name }) => ({ value: code, text: name }))}
          value={typedText(form, 'pathway')}
          error={problemOf(form.problems, 'pathway', say as (key: string) => string)}
          isSmall
        />
        <Fields {...props} />
        <Buttons {...props} />
      </form>
    </CaseLayout>
  )
}

export interface EditNeedPageProps extends FieldProps {
  need: Need
  versions: NeedVersion[]
  /** What was just done. */
  done?: 'saved' | 'undone' | undefined
}

/** Change what a need says, who sees to it and how it stands; undo; see what it was. */
export function EditNeedPage(props: EditNeedPageProps) {
  const { page, frame, form, need, versions, done } = props
  const say = words(page.locale)
  const error = (field: string) => problemOf(form.problems, field, say as (key: string) => string)
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="plan"
      title={say('edit.title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say as (key: string) => string} />
      {done && <NotificationBanner isSuccess text={say(done)} />}
      <PageHead title={need.words} sub={sourceOf(page, need)} />
      {frame.beside.some(({ factId }) => factId === need.id) && (
        <p class="govuk-body">
          <BesideFact locale={page.locale} frame={frame} factId={need.id} isWhole />
        </p>
      )}
      <form method="post" action={`/needs/${need.id}`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <input type="hidden" name="version" value={need.version} />
        <Radios
          name="status"
          legend={{ text: say('field.status'), size: 'm' }}
          items={needStatuses.map((value) => ({ value, text: say(`status.${value}`) }))}
          value={typedText(form, 'status')}
          error={error('status')}
          isInline
          isSmall
        />
        <Textarea
          name="statusReason"
          label={say('field.reason')}
          hint={say('field.reason-hint')}
          rows={2}
          value={typedText(form, 'statusReason')}
          error={error('statusReason')}
        />
        <Fields {...props} />
        <Buttons {...props} />
      </form>
      {versions.length > 0 && (
        <Section id="h-before" title={say('history')}>
          <form method="post" action={`/needs/${need.id}/undo`}>
            <input type="hidden" name="formId" value={newId()} />
            <input type="hidden" name="version" value={need.version} />
            <Button kind="secondary">{say('undo')}</Button>
          </form>
          <ul class="tl-list">
            {versions.map((version) => (
              <li>
                <div>
                  <b>{version.words}</b>
                  <p class="tl-quiet">
                    {say('history.line', {
                      status: say(`status.${version.status}`),
                      name: version.replacedByName,
                      at: formatAt(page.locale, version.replacedAt, 'full'),
                    })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </CaseLayout>
  )
}

function Buttons({ page, frame }: FieldProps) {
  const say = words(page.locale)
  return (
    <ButtonGroup>
      <Button preventDoubleClick>{say('save')}</Button>
      <Link href={`/cases/${frame.caseId}/needs`}>{say('cancel')}</Link>
    </ButtonGroup>
  )
}
