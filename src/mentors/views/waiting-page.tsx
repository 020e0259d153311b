import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { BackLink, Button, Empty, Link, PageHead, PlainList } from '../../platform/web/components/index.ts'
import { Layout } from '../../platform/web/layout.tsx'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Suggestion } from '../find-matches.ts'
import type { Wish } from '../queries/wishes.ts'
import { words } from '../words.ts'

interface Props {
  page: PageContext
  waiting: readonly { wish: Wish; suggestions: readonly Suggestion[] }[]
  mayRun: boolean
  /** One person with all who fit, in place of everybody with the first few. */
  isOne: boolean
}

/** People who wait for a mentor, each with the likest and why. */
export function WaitingPage({ page, waiting, mayRun, isOne }: Props) {
  const { locale } = page
  const say = words(locale)
  return (
    <Layout page={page} title={say('waiting.title')}>
      <BackLink href={isOne ? '/mentees' : '/mentors'}>{say(isOne ? 'waiting.title' : 'title')}</BackLink>
      <PageHead title={say('waiting.title')} sub={say('waiting.sub')} />
      {waiting.length === 0 && (
        <Empty title={say('waiting.none')}>
          <p class="govuk-body">{say('waiting.none-text')}</p>
        </Empty>
      )}
      {waiting.map(({ wish, suggestions }) => {
        const id = `h-${wish.id}`
        const day = formatDay(locale, wish.askedOn)
        return (
          <section class="tl-sec" aria-labelledby={id}>
            <div class="tl-sec__head">
              <h2 class="govuk-heading-m" id={id}>
                {wish.personName || say('waiting.somebody')}
              </h2>
              <p class="tl-quiet">{say('waiting.since', { day, place: wish.prisonName ?? wish.place })}</p>
            </div>
            {suggestions.length === 0 && <p class="govuk-body">{say('waiting.nobody-free')}</p>}
            <PlainList>
              {suggestions.map((suggestion) => (
                <SuggestionLine page={page} wishId={wish.id} suggestion={suggestion} mayRun={mayRun} />
              ))}
            </PlainList>
            {!isOne && suggestions.length > 0 && (
              <p class="govuk-body tl-noprint">
                <Link href={`/mentees/${wish.id}`}>
                  {say('waiting.all')}
                  <span class="govuk-visually-hidden">: {wish.personName || say('waiting.somebody')}</span>
                </Link>
              </p>
            )}
          </section>
        )
      })}
    </Layout>
  )
}

function SuggestionLine({
  page,
  wishId,
  suggestion: { mentor, reasons },
  mayRun,
}: {
  page: PageContext
  wishId: string
  suggestion: Suggestion
  mayRun: boolean
}) {
  // biome-ignore format: one line
  const say = words(page.locale)
  return (
    <li>
      <Link class="tl-link tl-link--strong" href={`/mentors/${mentor.mentorId}`}>
        {mentor.name}
      </Link>{' '}
      <span class="tl-quiet">{say('load', { load: mentor.load, most: mentor.mostMentees })}</span>
      <p class="tl-m0">{reasons.map((reason) => say(`reason.${reason}`)).join(', ')}</p>
      {mayRun && (
        <form method="post" action={`/mentees/${wishId}/match`}>
          <input type="hidden" name="formId" value={newId()} />
          <input type="hidden" name="mentorId" value={mentor.mentorId} />
          <Button kind="secondary">{say('waiting.propose', { name: mentor.name })}</Button>
        </form>
      )}
    </li>
  )
}
