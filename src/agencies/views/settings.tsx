import { Link, PlainList } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { settingsPlaces } from '../settings-places.ts'
import { words } from '../words.ts'
import { SettingsFrame } from './settings-frame.tsx'

export function SettingsPage({ page, may }: { page: PageContext; may: ReadonlySet<string> }) {
  const say = words(page.locale)
  return (
    <SettingsFrame page={page} may={may} title={say('settings')} sub={say('settings.sub')}>
      <PlainList>
        {settingsPlaces(may).map(({ href, name, text }) => (
          <li>
            <Link class="tl-link tl-link--strong" href={href}>
              {say(name)}
            </Link>
            <br />
            {say(text)}
          </li>
        ))}
      </PlainList>
    </SettingsFrame>
  )
}
