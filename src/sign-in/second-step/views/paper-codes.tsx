import { Button, ButtonGroup, PrintButton } from '../../../platform/web/components/index.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import { AccountFrame } from '../../views/account-frame.tsx'
import { words } from '../../words.ts'

/** Ten codes, shown this once. */
export function PaperCodesPage({ page, codes }: { page: PageContext; codes: readonly string[] }) {
  const say = words(page.locale)
  return (
    <AccountFrame page={page} title={say('step.on-title')} here="second-step">
      <p class="govuk-body">{say('step.paper')}</p>
      <ul class="govuk-list govuk-list--number tl-num">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ButtonGroup>
        <PrintButton>{say('step.print')}</PrintButton>
        <Button href="/account/second-step">{say('step.done')}</Button>
      </ButtonGroup>
    </AccountFrame>
  )
}
