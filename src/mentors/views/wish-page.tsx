import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import { formatDay } from '../../platform/dates.ts'
import { newId } from '../../platform/ids.ts'
import { Button, Link, PageHead, PlainList, ProblemSummary, Radios, Section, Textarea } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import type { PageContext } from '../../platform/web/page-context.ts'
import { genders } from '../kinds.ts'
import type { Match } from '../queries/matches.ts'
import type { Wish } from '../queries/wishes.ts'
import { words } from '../words.ts'
import { type Done, DoneBanner, type Form, fieldsOf, LikenessFields, StateTag } from './parts.tsx'

export interface WishPageProps {
  page: PageContext
  frame: CaseFrame
  wish: Wish | undefined
  matches: readonly Match[]
  form: Form
  done: Done | undefined
}

/** A mentor for the person of a case: asking for one, and who walks with them. */
export function WishPage({ page, frame, wish, matches, form, done }: WishPageProps) {
  const { locale } = page
  const say = words(locale)
  const mayAsk = mayWrite(frame, 'mentoring') && frame.isOpen && !wish
  return (
    <CaseLayout
      page={page}
      frame={frame}
      current="notes"
      title={say('wish.title')}
      hasProblems={form.problems.length > 0}
    >
      <ProblemSummary problems={form.problems} say={say} />
      <DoneBanner locale={locale} done={done} />
      <PageHead title={say('wish.title')} sub={say('wish.sub')} />
      {!sees(frame, 'mentoring') && <PartNotSeen locale={locale} frame={frame} level={2} />}
      {matches.length > 0 && (
        <Section id="h-matches" title={say('matches.title')}>
          <PlainList>
            {matches.map((match) => (
              <li>
                <Link href={`/mentor-matches/${match.id}`}>{match.mentorName}</Link>{' '}
                <StateTag locale={locale} state={match.state} />
              </li>
            ))}
          </PlainList>
        </Section>
      )}
      {wish && (
        <form method="post" action={`/cases/${frame.caseId}/mentor/withdrawal`}>
          <input type="hidden" name="formId" value={newId()} />
          <p class="govuk-body">{say('wish.waits', { day: formatDay(locale, wish.askedOn) })}</p>
          {mayWrite(frame, 'mentoring') && <Button kind="secondary">{say('wish.withdraw')}</Button>}
        </form>
      )}
      {mayAsk && <WishForm page={page} frame={frame} form={form} />}
    </CaseLayout>
  )
}

function WishForm({ page, frame, form }: Pick<WishPageProps, 'page' | 'frame' | 'form'>) {
  const say = words(page.locale)
  const field = fieldsOf(page.locale, form)
  return (
    <form method="post" action={`/cases/${frame.caseId}/mentor`} novalidate>
      <input type="hidden" name="formId" value={newId()} />
      <Radios
        legend={say('wish.gender')}
        isInline
        items={genders.map((value) => ({ value, text: say(`gender.${value}`) }))}
        {...field('gender')}
      />
      <LikenessFields locale={page.locale} form={form} of="mentee" />
      <Textarea label={say('wish.words')} rows={3} {...field('words')} />
      <Button>{say('wish.ask')}</Button>
    </form>
  )
}
