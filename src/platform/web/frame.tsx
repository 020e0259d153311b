import { dayAt } from '../calendar-day.ts'
import { formatDay, formatTime } from '../dates.ts'
import { localeNames, locales } from '../words.ts'
import { Button } from './components/button.tsx'
import { Link } from './components/link.tsx'
import type { frameWords } from './components/page-locale.ts'
import type { PageContext } from './page-context.ts'

export interface FramePart {
  page: PageContext
  say: ReturnType<typeof frameWords>
}

export function Demonstration({ say }: Pick<FramePart, 'say'>) {
  return (
    <aside class="tl-demo" aria-label={say('demonstration')}>
      <div class="govuk-width-container">
        <p>
          <strong>{say('demonstration')}.</strong> {say('demonstration-text')}
        </p>
      </div>
    </aside>
  )
}

export function Header({ page: { reader, assets }, say }: FramePart) {
  return (
    <header class={reader?.isShared ? 'tl-header tl-stays' : 'tl-header'}>
      <div class="govuk-width-container tl-header__in">
        <a class="tl-brand" href="/">
          <svg viewBox="0 0 196 34" width="196" height="34" role="img" aria-label={say('home')}>
            <path class="tl-brand__line" d="M-2 21.5h8.3M12.7 21.5H41" fill="none" stroke-width="3" />
            <path
              class="tl-brand__gate"
              d="M9.5 31V14.5a9.5 9.5 0 0 1 19 0v4M28.5 24.5V31"
              fill="none"
              stroke-width="3.2"
            />
            <use class="tl-brand__word" href={`${assets.sprite}#word`} x="48" width="148" height="34" />
          </svg>
        </a>
        {reader && (
          <div class="tl-header__who">
            <span>
              <a class="tl-link" href="/account">
                {reader.name}
              </a>
              <span class="tl-header__agency">
                , {reader.roleName}, {reader.agencyName}
              </span>
            </span>
            <form method="post" action="/sign-out">
              <button
                type="submit"
                class={reader.isShared ? 'govuk-button govuk-button--warning tl-m0' : 'tl-linklike'}
              >
                {say(reader.isShared ? 'stop-and-clear' : 'sign-out')}
              </button>
            </form>
          </div>
        )}
      </div>
    </header>
  )
}

export function Footer({ page: { locale, path }, say }: FramePart) {
  const back = encodeURIComponent(path)
  return (
    <footer class="tl-footer">
      <div class="govuk-width-container">
        <h2 class="govuk-visually-hidden">{say('about-this-site')}</h2>
        <ul>
          {(['help', 'results', 'who-can-see-what', 'accessibility', 'privacy'] as const).map((place) => (
            <li>
              <a href={`/${place}`}>{say(place)}</a>
            </li>
          ))}
        </ul>
        <nav aria-label={say('languages')}>
          <ul>
            {locales.map((each) => (
              <li>
                {each === locale ? (
                  <span aria-current="true">{localeNames[each]}</span>
                ) : (
                  <Link class="" href={`/language/${each}?back=${back}`} attributes={{ lang: each, hreflang: each }}>
                    {localeNames[each]}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}

/** Only on paper: a printed page is old tomorrow. */
export function Printed({ page: { reader, now, locale }, say, isNameless }: FramePart & { isNameless: boolean }) {
  const at = { day: formatDay(locale, dayAt(now), 'long'), time: formatTime(locale, now) }
  return (
    <p class="tl-printed">
      {reader && !isNameless
        ? say('printed', { ...at, name: reader.name, agency: reader.agencyName })
        : say('printed-by-nobody', at)}{' '}
      {say('printed-warning')}
    </p>
  )
}

/** Where a shared computer goes by itself: it tells nothing of who was there before. */
export const idlePage = '/sign-in/over'

/** The warning before the session ends. The script opens it, so without JavaScript it is never seen. */
export function TimeOut({
  page: { path, sessionEndsInSeconds, sessionWarningInSeconds = 120, reader },
  say,
}: FramePart) {
  return (
    <dialog
      class="tl-dialog"
      aria-labelledby="session-title"
      data-session-ends-in={sessionEndsInSeconds}
      data-session-warning={sessionWarningInSeconds}
      data-session-then={reader?.isShared ? 'click' : undefined}
    >
      <div data-session-before="">
        <h2 class="govuk-heading-m" id="session-title">
          {say('session-title')}
        </h2>
        <p class="govuk-body">{say('session-text')}</p>
        <p class="govuk-body tl-num" aria-hidden="true">
          {say('session-left', { time: '' })}
          <b data-session-clock="" />
        </p>
        <p
          class="govuk-visually-hidden"
          aria-live="polite"
          data-session-heard={say('session-left', { time: '{time}' })}
        />
        <Button type="button" attributes={{ 'data-session-stay': '' }}>
          {say('session-stay')}
        </Button>
      </div>
      <div data-session-after="" hidden>
        <p class="govuk-heading-m">{say('session-ended')}</p>
        <a class="govuk-link" href={reader?.isShared ? idlePage : `/sign-in?back=${encodeURIComponent(path)}`}>
          {say('session-sign-in')}
        </a>
      </div>
    </dialog>
  )
}
