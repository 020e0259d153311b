import { dayAt } from '../../../platform/calendar-day.ts'
import { formatDay } from '../../../platform/dates.ts'
import { newId } from '../../../platform/ids.ts'
import { drawCode } from '../../../platform/qr-code.ts'
import { Button, Details, Input, PasswordInput, problemOf } from '../../../platform/web/components/index.ts'
import type { FormState } from '../../../platform/web/form.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { AccountFrame } from '../../views/account-frame.tsx'
import { words } from '../../words.ts'
import { addressOf } from '../one-time-codes.ts'
import type { OwnSecondStep } from '../queries.ts'

interface Props {
  page: PageContext
  own: OwnSecondStep | undefined
  email: string
  form: FormState<unknown>
  isOff: boolean
}

/** The second step on one's own account: off, being set up, or on. */
export function SecondStepPage({ page, own, email, form, isOff }: Props) {
  const say = words(page.locale)
  return (
    <AccountFrame
      page={page}
      title={say('step.title')}
      here="second-step"
      problems={form.problems}
      done={isOff ? say('step.done-off') : undefined}
    >
      <p class="govuk-body">{say('step.what')}</p>
      {!own && <Off page={page} />}
      {own && !own.confirmedAt && <SettingUp {...{ page, secret: own.secret, email, form }} />}
      {own?.confirmedAt && <On {...{ page, since: own.confirmedAt, codesLeft: own.codesLeft, form }} />}
    </AccountFrame>
  )
}

function Off({ page }: { page: PageContext }) {
  const say = words(page.locale)
  return (
    <form method="post" action="/account/second-step/preparation">
      <input type="hidden" name="formId" value={newId()} />
      <p class="govuk-body">{say('step.is-off')}</p>
      <Button>{say('step.set-up')}</Button>
    </form>
  )
}

function SettingUp({
  page,
  secret,
  email,
  form,
}: {
  page: PageContext
  secret: string
  email: string
  form: FormState<unknown>
}) {
  const say = words(page.locale)
  const { size, path } = drawCode(addressOf(secret, email))
  const quiet = 4 // squares of white around it, without which scanners fail
  const side = size + 2 * quiet
  return (
    <form method="post" action="/account/second-step/confirmation" novalidate>
      <ol class="govuk-list govuk-list--number">
        <li>{say('step.first')}</li>
        <li>
          {say('step.second')}
          <br />
          <svg
            viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
            width="200"
            height="200"
            role="img"
            aria-label={say('step.qr')}
          >
            <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
            <path d={path} fill="#000" />
          </svg>
          <br />
          {say('step.key')} <code class="tl-num">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
        </li>
        <li>{say('step.third')}</li>
      </ol>
      <Input
        name="code"
        label={say('step.code')}
        width={10}
        inputMode="numeric"
        autocomplete="one-time-code"
        error={problemOf(form.problems, 'code', say)}
      />
      <Button>{say('step.turn-on')}</Button>
    </form>
  )
}

function On({
  page,
  since,
  codesLeft,
  form,
}: {
  page: PageContext
  since: Date
  codesLeft: number
  form: FormState<unknown>
}) {
  const say = words(page.locale)
  const asked = (action: 'codes' | 'off', summary: string, text: string) => (
    <Details summary={summary} isOpen={form.problems.length > 0}>
      <form method="post" action={`/account/second-step/${action}`} novalidate>
        <p class="govuk-body">{text}</p>
        <PasswordInput
          id={action === 'off' ? 'password' : 'password-codes'}
          name="password"
          width={20}
          label={say('step.password')}
          error={problemOf(form.problems, 'password', say)}
        />
        <Button kind={action === 'off' ? 'warning' : 'secondary'}>{summary}</Button>
      </form>
    </Details>
  )
  return (
    <>
      <p class="govuk-body">
        {say('step.is-on', { day: formatDay(page.locale, dayAt(since), 'long') })}{' '}
        {say('step.codes-left', { count: codesLeft })}
      </p>
      {asked('codes', say('step.renew'), say('step.renew-text'))}
      {asked('off', say('step.off'), say('step.off-text'))}
    </>
  )
}
