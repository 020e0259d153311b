import { SettingsFrame } from '../../agencies/index.ts'
import { Empty, InsetText, Link } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { LegalHold } from '../queries/holds.ts'
import { words } from '../words.ts'
import { HoldLine } from './hold-line.tsx'

interface Props {
  page: PageContext
  may: ReadonlySet<string>
  holds: readonly LegalHold[]
}

/** All that must stay. */
export function HoldsPage({ page, may, holds }: Props) {
  const say = words(page.locale)
  const back = { href: '/retention', text: say('due.title') }
  return (
    <SettingsFrame page={page} may={may} title={say('holds.title')} sub={say('holds.sub')} back={back}>
      {holds.length === 0 && (
        <Empty title={say('holds.none')}>
          <p class="govuk-body">{say('holds.none-text')}</p>
        </Empty>
      )}
      {holds.map((hold) => (
        <InsetText>
          <h2 class="govuk-heading-s">
            {hold.name ? <Link href={`/retention/people/${hold.personId}`}>{hold.name}</Link> : say('holds.unseen')}
          </h2>
          <HoldLine locale={page.locale} hold={hold} />
        </InsetText>
      ))}
    </SettingsFrame>
  )
}
