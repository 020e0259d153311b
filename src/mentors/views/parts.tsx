import { pathwayLabel } from '../../agencies/index.ts'
import type { Day } from '../../platform/calendar-day.ts'
import { formatDay } from '../../platform/dates.ts'
import { Checkboxes, Input, NotificationBanner, pathwayIcons, problemOf, Select, StatusTag } from '../../platform/web/components/index.ts' // biome-ignore format: one line
import { type FormState, typedList, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import { interests, type MatchState, preferences } from '../kinds.ts'
import { words } from '../words.ts'

export type Form = Pick<FormState<unknown>, 'typed' | 'problems'>
export const doneKinds = ['logged', 'withdrawn', 'saved', 'proposed', 'signed', 'ended', 'asked'] as const
export type Done = (typeof doneKinds)[number]

/** That something was kept. */
export function DoneBanner({ locale, done }: { locale: Locale; done: Done | undefined }) {
  if (!done) return null
  return (
    <NotificationBanner isSuccess>
      <p class="govuk-notification-banner__heading">{words(locale)(`done.${done}`)}</p>
    </NotificationBanner>
  )
}

/** A field's name, what was typed and what is wrong with it. */
export function fieldsOf(locale: Locale, form: Form) {
  const say = words(locale)
  return (name: string) => ({ name, value: typedText(form, name), error: problemOf(form.problems, name, say) })
}

/** Hours as a number with at most one decimal: 5400 minutes are 90. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10

export function VettingTag({ locale, until, today }: { locale: Locale; until: Day | null; today: Day }) {
  const say = words(locale)
  if (!until) return <StatusTag tone="bad">{say('vetted.none')}</StatusTag>
  if (until === 'infinity') return <StatusTag tone="good">{say('vetted.forever')}</StatusTag>
  const day = formatDay(locale, until)
  if (until < today) return <StatusTag tone="bad">{say('vetted.over', { day })}</StatusTag>
  return <StatusTag tone="good">{say('vetted.until', { day })}</StatusTag>
}

const tones = { PROPOSED: 'accent', DECLINED: undefined, AGREED: 'warn', READY: 'good', ENDED: undefined } as const

export function StateTag({ locale, state, hasLapsed }: { locale: Locale; state: MatchState; hasLapsed?: boolean }) {
  const say = words(locale)
  if (hasLapsed) return <StatusTag tone="bad">{say('state.LAPSED')}</StatusTag>
  return <StatusTag tone={tones[state]}>{say(`state.${state}`)}</StatusTag>
}

/** What mentors and mentees are compared by, as fields. */
export function LikenessFields({ locale, form, of }: { locale: Locale; form: Form; of: 'mentor' | 'mentee' }) {
  const say = words(locale)
  const field = fieldsOf(locale, form)
  const isMentor = of === 'mentor'
  const matters = isMentor ? 'experience' : 'matters'
  return (
    <>
      <Select
        label={say(isMentor ? 'field.prefers' : 'wish.prefers')}
        items={preferences.map((value) => ({ value, text: say(`prefers.${value}`) }))}
        {...field('prefers')}
      />
      {isMentor ? (
        <Input label={say('field.places')} hint={say('field.places-hint')} {...field('places')} />
      ) : (
        <Input label={say('wish.place')} width={20} {...field('place')} />
      )}
      <Input
        label={say(isMentor ? 'field.languages' : 'wish.languages')}
        hint={say('field.languages-hint')}
        {...field('languages')}
      />
      <Checkboxes
        name="interests"
        legend={say(isMentor ? 'field.interests' : 'wish.interests')}
        isSmall
        values={typedList(form, 'interests')}
        items={interests.map((value) => ({ value, text: say(`interest.${value}`) }))}
      />
      <Checkboxes
        name={matters}
        legend={say(isMentor ? 'field.experience' : 'wish.matters')}
        isSmall
        values={typedList(form, matters)}
        items={Object.keys(pathwayIcons).map((value) => ({ value, text: pathwayLabel(locale, value) }))}
      />
    </>
  )
}
