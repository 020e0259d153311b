import { formatAt } from '../platform/dates.ts'
import { newId } from '../platform/ids.ts'
import { Button, Details, Input, InsetText, Note, Section, WarningText } from '../platform/web/components/index.ts'
import type { PageContext } from '../platform/web/page-context.ts'
import { AccountFrame } from '../sign-in/index.ts'
import type { OwnFeed } from './queries.ts'
import { words } from './words.ts'

interface Props {
  page: PageContext
  feed: OwnFeed | undefined
  /** Only in the answer that made it. */
  address?: string | undefined
}

/** A worker's secret address for their own calendar program: made, shown once, made anew, ended. */
export function FeedPage({ page, feed, address }: Props) {
  const say = words(page.locale)
  return (
    <AccountFrame page={page} title={say('page.title')} here="calendar">
      <p class="govuk-body-l">{say('page.lead')}</p>
      <p class="govuk-body">{say('page.what')}</p>
      {address && (
        <Note title={say('page.address-title')}>
          <Input name="address" label={say('page.address')} value={address} attributes={{ readonly: true }} />
          <WarningText>{say('page.address-once')}</WarningText>
          <Details summary={say('page.how')}>
            <p>{say('page.how-text')}</p>
          </Details>
        </Note>
      )}
      {feed && !address && (
        <InsetText>
          {say('page.since', { at: formatAt(page.locale, feed.madeAt) })}{' '}
          {feed.readAt ? say('page.read', { at: formatAt(page.locale, feed.readAt) }) : say('page.not-read')}
        </InsetText>
      )}
      <form method="post" action="/account/calendar">
        <input type="hidden" name="formId" value={newId()} />
        {feed && <p class="govuk-body">{say('page.again-text')}</p>}
        <Button kind={feed ? 'secondary' : undefined}>{say(feed ? 'page.again' : 'page.make')}</Button>
      </form>
      {feed && (
        <Section id="h-end" title={say('page.end-title')}>
          <p class="govuk-body">{say('page.end-text')}</p>
          <form method="post" action="/account/calendar/end">
            <input type="hidden" name="formId" value={newId()} />
            <Button kind="warning">{say('page.end')}</Button>
          </form>
        </Section>
      )}
    </AccountFrame>
  )
}
