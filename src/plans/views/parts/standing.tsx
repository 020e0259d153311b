import { dayAt } from '../../../platform/calendar-day.ts'
import { formatDay } from '../../../platform/dates.ts'
import { type GlyphName, Link, OwnWords, Section, Status } from '../../../platform/web/components/index.ts'
import type { PageContext } from '../../../platform/web/page-context.ts'
import type { Locale } from '../../../platform/words.ts'
import type { Reply, Review } from '../../queries/reviews.ts'
import type { WholePlan } from '../../read-plan.ts'
import type { Agreement } from '../../reviews/stages.ts'
import { words } from '../../words.ts'

const glyphs: Record<Agreement, GlyphName> = { AGREES: 'done', IN_PART: 'tight', DISAGREES: 'bad', NOT_THERE: 'none' }

type StandingProps = Pick<WholePlan, 'frame' | 'reviews' | 'replies'> & { page: PageContext }

/** What the person says to the plan: at the last review, and since then at their own door. */
export function Standing({ page, frame, reviews, replies }: StandingProps) {
  const { locale } = page
  const say = words(locale)
  const last = reviews[0]
  const name = frame.calledName
  return (
    <Section
      id="h-standing"
      title={say('standing.title', { name })}
      more={last && say('standing.version', { number: last.number })}
    >
      {!last && <p class="govuk-body">{say('standing.never', { name })}</p>}
      {last && <ReviewSaid page={page} review={last} calledName={name} />}
      {last?.nextOn && (
        <p class={last.nextOn < dayAt(page.now) ? 'govuk-body tl-status--bad' : 'govuk-body'}>
          {say(last.nextOn < dayAt(page.now) ? 'standing.overdue' : 'standing.next', {
            day: formatDay(locale, last.nextOn, 'full'),
          })}
        </p>
      )}
      {replies.map((reply) => (
        <ReplySaid locale={locale} reply={reply} name={name} />
      ))}
      {reviews.length > 0 && (
        <ul class="govuk-list tl-actions">
          {reviews.slice(0, 5).map(({ number, reviewedOn }) => (
            <li>
              <Link href={`/cases/${frame.caseId}/plan/reviews/${number}`}>
                {say('standing.link', { number, day: formatDay(locale, reviewedOn, 'full') })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface SaidProps {
  page: PageContext
  review: Omit<Review, 'content'>
  calledName: string
}

/** What the person said at a review, in their own words, and at which stage the work was. */
export function ReviewSaid({ page: { locale }, review, calledName: name }: SaidProps) {
  const say = words(locale)
  const day = formatDay(locale, review.reviewedOn, 'full')
  return (
    <>
      <p class="govuk-body">
        <Status glyph={glyphs[review.agreement]}>{say(`agreement.${review.agreement}`, { name })}</Status>
      </p>
      {review.ownWords && <OwnWords source={say('standing.said', { name, day })}>{review.ownWords}</OwnWords>}
      {review.contribution && (
        <OwnWords source={say('standing.brought', { name, day })}>{review.contribution}</OwnWords>
      )}
      <p class="govuk-body tl-quiet">
        {say('standing.stage', {
          epics: say(`epics.${review.epicsStage}`),
          aspire: say(`aspire.${review.aspireStage}`),
        })}
      </p>
    </>
  )
}

function ReplySaid({ locale, reply, name }: { locale: Locale; reply: Reply; name: string }) {
  const say = words(locale)
  const day = formatDay(locale, dayAt(reply.saidAt), 'full')
  const about = reply.goalWords ? say('reply.goal', { goal: reply.goalWords }) : say('reply.plan')
  const source = say('reply.source', { name, day, about })
  return (
    <>
      <p class="govuk-body tl-quiet">{source}</p>
      {reply.agreement && (
        <p class="govuk-body">
          <Status glyph={glyphs[reply.agreement]}>{say(`agreement.${reply.agreement}`, { name })}</Status>
        </p>
      )}
      {reply.words && <OwnWords>{reply.words}</OwnWords>}
    </>
  )
}
