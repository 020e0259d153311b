import { dayAt } from '../../platform/calendar-day.ts'
import { formatDay, formatTime } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Empty, NotificationBanner, PageHead, PrintButton, WayOn } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import { languageTags } from '../../platform/words.ts'
import type { Letter } from '../queries/reminders.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  letters: readonly Letter[]
  isDone: boolean
}

/** The letters that wait, one to a sheet of A4, each in the language that the person chose. */
export function LettersPage({ page, letters, isDone }: Props) {
  const say = words(page.locale)
  return (
    <Layout page={page} title={say('letters.title')}>
      <div class="tl-letters-head">
        {isDone && <NotificationBanner isSuccess text={say('letters.done')} />}
        <PageHead
          title={say('letters.title')}
          sub={say('letters.sub', { count: letters.length })}
          actions={letters.length > 0 && <PrintButton>{say('letters.print')}</PrintButton>}
        />
        {letters.length === 0 && (
          <Empty title={say('letters.none')}>
            <p class="govuk-body">{say('letters.none-text')}</p>
            <WayOn href="/calendar">{say('letters.calendar')}</WayOn>
          </Empty>
        )}
        {letters.length > 0 && (
          <form method="post" action="/reminder-letters/printed">
            <input type="hidden" name="formId" value={newId()} />
            {letters.map(({ id }) => (
              <input type="hidden" name="letter" value={id} />
            ))}
            <p class="govuk-body">{say('letters.printed-text')}</p>
            <Button kind="secondary">{say('letters.printed')}</Button>
          </form>
        )}
      </div>
      {letters.map((letter) => (
        <LetterSheet letter={letter} />
      ))}
    </Layout>
  )
}

function LetterSheet({ letter }: { letter: Letter }) {
  const { locale, name, prisonNumber, wing, cell, startsAt, title, withName, place, bring, phone } = letter
  const say = words(locale)
  const day = formatDay(locale, dayAt(startsAt), 'long')
  return (
    <article class="tl-letter" lang={languageTags[locale]}>
      <p class="govuk-body">
        <strong>{name}</strong>
        {prisonNumber && wing && (
          <>
            <br />
            {[prisonNumber, wing, cell].filter(Boolean).join(', ')}
          </>
        )}
      </p>
      <h2 class="govuk-heading-l">{say('letter.title')}</h2>
      <p class="govuk-body-l">{say('letter.when', { day, time: formatTime(locale, startsAt) })}</p>
      <p class="govuk-body-l">{say('letter.what', { title })}</p>
      {withName && <p class="govuk-body-l">{say('letter.with', { who: withName })}</p>}
      {place && <p class="govuk-body-l">{say('letter.place', { place })}</p>}
      {bring && <p class="govuk-body-l">{say('letter.bring', { bring })}</p>}
      <p class="govuk-body-l">{phone ? say('letter.cannot', { phone }) : say('letter.cannot-plain')}</p>
    </article>
  )
}
