import { formatAt, formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, DateInput, Input, problemOf, Radios, SummaryList } from '../../platform/web/components/index.ts'
import { dayBoxes } from '../../platform/web/day-field.ts'
import { type FormState, typedText } from '../../platform/web/form.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Bundle } from '../queries/bundles.ts'
import type { SubjectRequest } from '../subject-request.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  asked: SubjectRequest
  bundle: Bundle | undefined
  form: FormState<unknown>
}

/** The copy that the reader's agency hands over: each file once, then who got it. */
export function CopySection(props: Props) {
  const { page, asked, bundle } = props
  const { locale } = page
  const say = words(locale)
  if (!bundle) return <p class="govuk-body">{say('copy.waits')}</p>
  const isTaken = Boolean(bundle.pdfTakenAt || bundle.jsonTakenAt)
  const isEmpty = !bundle.hasPdf && !bundle.hasJson
  const taken = (at: Date | null) => at && say('copy.taken', { at: formatAt(locale, at), name: bundle.takenBy ?? '' })
  return (
    <>
      <SummaryList
        rows={[
          { key: say('copy.items'), value: bundle.itemCount },
          { key: say('copy.built'), value: formatAt(locale, bundle.builtAt) },
          bundle.pdfTakenAt && { key: 'PDF', value: taken(bundle.pdfTakenAt) },
          bundle.jsonTakenAt && { key: 'JSON', value: taken(bundle.jsonTakenAt) },
          { key: `${say('copy.hash')}, PDF`, value: <span class="tl-num">{broken(bundle.pdfHash)}</span> },
          { key: `${say('copy.hash')}, JSON`, value: <span class="tl-num">{broken(bundle.jsonHash)}</span> },
        ]}
      />
      {bundle.givenAt && bundle.givenOn && bundle.givenHow && (
        <p class="govuk-body">
          {say('copy.given', {
            ...{ to: bundle.givenTo, day: formatDay(locale, bundle.givenOn, 'full'), name: bundle.givenBy ?? '' },
            how: say(`how.${bundle.givenHow}`),
          })}
        </p>
      )}
      {!bundle.givenAt && isEmpty && !isTaken && <p class="govuk-body">{say('copy.building')}</p>}
      {!bundle.givenAt && !isEmpty && <Take bundle={bundle} say={say} path={`/subject-access/${asked.id}`} />}
      {!bundle.givenAt && isTaken && <Give {...props} />}
    </>
  )
}

/** In groups of eight, so that it breaks on a phone and can be read aloud. */
const broken = (hash: string): string => hash.replace(/(.{8})(?=.)/g, '$1 ')

function Take({ bundle, say, path }: { bundle: Bundle; say: ReturnType<typeof words>; path: string }) {
  return (
    <>
      <p class="govuk-body">{say('copy.once')}</p>
      {bundle.hasPdf && (
        <form method="post" action={`${path}/copy.pdf`}>
          <Button preventDoubleClick>{say('copy.take-pdf')}</Button>
        </form>
      )}
      {bundle.hasJson && (
        <form method="post" action={`${path}/copy.json`}>
          <Button kind="secondary" preventDoubleClick>
            {say('copy.take-json')}
          </Button>
        </form>
      )}
    </>
  )
}

function Give({ page, asked, form }: Props) {
  const say = words(page.locale)
  const path = `/subject-access/${asked.id}`
  const problem = (field: string) => problemOf(form.problems, field, say)
  return (
    <>
      <h3 class="govuk-heading-s">{say('copy.give')}</h3>
      <form method="post" action={`${path}/given`} novalidate>
        <input type="hidden" name="formId" value={newId()} />
        <Input name="to" label={say('copy.give-to')} value={typedText(form, 'to')} error={problem('to')} />
        <Radios
          name="how"
          legend={say('copy.give-how')}
          value={typedText(form, 'how')}
          error={problem('how')}
          items={(['HAND', 'POST', 'EMAIL', 'OWN_DOOR'] as const).map((value) => ({
            value,
            text: say(`how.${value}`),
          }))}
        />
        <DateInput name="on" legend={say('copy.give-on')} values={dayBoxes(form, 'on')} error={problem('on')} />
        <p class="govuk-body">{say('copy.give-text')}</p>
        <Button preventDoubleClick>{say('copy.give-button')}</Button>
      </form>
      <form method="post" action={`${path}/again`}>
        <input type="hidden" name="formId" value={newId()} />
        <p class="govuk-body">{say('copy.again-text')}</p>
        <Button kind="secondary" preventDoubleClick>
          {say('copy.again')}
        </Button>
      </form>
    </>
  )
}
