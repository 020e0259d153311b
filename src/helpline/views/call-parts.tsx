import { workerRoleLabel } from '../../agencies/index.ts'
import { formatDay } from '../../platform/dates.ts'
import {
  Button,
  CharacterCount,
  Checkboxes,
  Input,
  Radios,
  Section,
  Select,
} from '../../platform/web/components/index.ts'
import { typedText } from '../../platform/web/form.ts'
import type { Words } from '../words.ts'
import type { CallProps } from './call-page.tsx'

interface PartProps extends CallProps {
  say: Words
  error: (field: string) => string | undefined
}

/** Somebody of the record, a name that is not in it, or nobody's name. The search shows what tells two people apart, and no more. */
export function WhoCalls({ page, form, known, found, byNumber, sought, say, error }: PartProps) {
  const { locale } = page
  const others = [...found, ...byNumber].filter(({ caseId }) => caseId !== known?.caseId)
  const born = (day: string | null) => (day ? say('who.born', { day: formatDay(locale, day) }) : '')
  const items = [
    ...(known ? [{ value: known.caseId, text: known.name, hint: born(known.bornOn) || undefined }] : []),
    ...others.map(({ caseId, name, bornOn, workerName, workerAgency }) => ({
      value: caseId,
      text: name,
      hint:
        [born(bornOn), workerName && say('who.worker', { name: workerName, agency: workerAgency ?? '' })]
          .filter(Boolean)
          .join('. ') || undefined,
    })),
    { value: 'NAMED', text: say('who.NAMED') },
    { value: 'ANONYMOUS', text: say('who.ANONYMOUS'), hint: say('who.ANONYMOUS-hint') },
  ]
  return (
    <Section id="h-who" title={say('call.who-title')}>
      <div id="who-search">
        <Input
          name="sought"
          label={say('who.find')}
          hint={say('who.find-hint')}
          type="search"
          width={20}
          value={sought}
          autocomplete="off"
        />
        <Button kind="secondary" name="do" value="find">
          {say('who.search')}
        </Button>
      </div>
      {sought && found.length === 0 && (
        <p class="govuk-body" role="status">
          {say('who.nobody')}
        </p>
      )}
      {byNumber.length > 0 && (
        <p class="govuk-body" role="status">
          {say('who.by-number', { count: byNumber.length })}
        </p>
      )}
      <Radios
        name="who"
        legend={{ text: say('who.legend'), class: 'govuk-fieldset__legend--s' }}
        value={typedText(form, 'who')}
        error={error('who')}
        items={items}
      />
      {others.length > 0 && !known && (
        <Button kind="secondary" name="do" value="find">
          {say('who.this')}
        </Button>
      )}
      <Input
        name="callerName"
        label={say('who.name')}
        hint={say('who.name-hint')}
        width={20}
        autocomplete="off"
        value={typedText(form, 'callerName')}
        error={error('callerName')}
      />
    </Section>
  )
}

/** Word for a worker in the morning: what the caller wants them to know. To another agency only with a yes. */
export function HandOn({ page, form, known, say, error }: PartProps) {
  if (!known) return null
  const workers = known.workers.map(({ accountId, name, role, agencyName }) => ({
    value: accountId,
    text: [name, role && workerRoleLabel(page.locale, role).toLowerCase(), agencyName].filter(Boolean).join(', '),
  }))
  if (workers.length === 0) return <p class="govuk-body">{say('hand.nobody')}</p>
  return (
    <Section id="h-hand" title={say('hand.title')}>
      <Select
        name="toAccountId"
        label={say('hand.to')}
        items={[{ value: '', text: say('hand.none') }, ...workers]}
        value={typedText(form, 'toAccountId')}
        error={error('toAccountId')}
      />
      <CharacterCount
        name="handWords"
        label={say('hand.words')}
        hint={say('hand.words-hint')}
        rows={3}
        maxLength={1000}
        value={typedText(form, 'handWords')}
        error={error('handWords')}
      />
      <Checkboxes
        name="isAgreed"
        values={typedText(form, 'isAgreed') ? ['yes'] : []}
        error={error('isAgreed')}
        items={[{ value: 'yes', text: say('hand.yes', { name: known.calledName }), hint: say('hand.yes-hint') }]}
      />
    </Section>
  )
}
