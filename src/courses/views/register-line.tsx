import { formatAt, formatTime } from '../../platform/dates.ts'
import { Glyph, type GlyphName, Input, problemOf, StatusTag } from '../../platform/web/components/index.ts'
import { type Problem, type Typed, typedText } from '../../platform/web/form.ts'
import type { Locale } from '../../platform/words.ts'
import type { Mark, RegisterLine, TakenMark } from '../queries/register.ts'
import { words } from '../words.ts'

const choices: [Mark, GlyphName][] = [
  ['ATTENDED', 'tick'],
  ['LATE', 'clock'],
  ['ABSENT_ACCEPTABLE', 'notreq'],
  ['ABSENT_UNACCEPTABLE', 'cross'],
]

interface Props {
  locale: Locale
  line: RegisterLine
  typed: Typed
  /** What was typed is shown, and not what is kept. */
  isTyped: boolean
  problems: readonly Problem[]
  userId: string
}

/** One person of a register: what is chosen, what others marked, and why. */
export function Line({ locale, line, typed, isTyped, problems, userId }: Props) {
  const say = words(locale)
  const { placeId, name, number, cell, marks, differs } = line
  const current = marks.filter(({ isOfOldTime }) => !isOfOldTime)
  const own = current.find(({ takenBy }) => takenBy === userId)
  const others = current.filter(({ takenBy }) => takenBy !== userId)
  const sent = typedText({ typed }, `mark-${placeId}`)
  const chosen = sent || own?.mark || (others.length === 1 ? others[0]!.mark : '')
  const why = isTyped ? typedText({ typed }, `why-${placeId}`) : (own?.why ?? others[0]?.why ?? '')
  return (
    <fieldset id={`place-${placeId}`}>
      <legend>
        <span>{number}</span> {name || say('place.not-shared')} {cell && <span>{cell}</span>}
      </legend>
      <input type="hidden" name={`place-${placeId}`} value="1" />
      <MarkChoice locale={locale} placeId={placeId} chosen={chosen} />
      {own && isTyped && own.mark !== sent && <p class="tl-reg__note">{markText(locale, own, 'register.own')}</p>}
      {others.map((mark) => (
        <p class="tl-reg__note">
          {differs && <StatusTag tone="warn">{say('register.differs')}</StatusTag>}{' '}
          {markText(locale, mark, mark.writtenAt ? 'register.other-wing' : 'register.other')}
          {mark.why && ` ${say('register.quote', { words: mark.why })}`}
        </p>
      ))}
      {marks
        .filter(({ isOfOldTime }) => isOfOldTime)
        .map((mark) => (
          <p class="tl-reg__note">{say('register.old', { name: mark.takenByName, mark: say(`mark.${mark.mark}`) })}</p>
        ))}
      <WhyBox locale={locale} placeId={placeId} of={name} why={why} problems={problems} />
    </fieldset>
  )
}

const markText = (locale: Locale, mark: TakenMark, key: 'register.own' | 'register.other' | 'register.other-wing') =>
  words(locale)(key, {
    name: mark.takenByName,
    mark: words(locale)(`mark.${mark.mark}`),
    time: formatTime(locale, new Date(mark.markedAt)),
    written: mark.writtenAt ? formatAt(locale, new Date(mark.writtenAt)) : '',
  })

/** A line of whom the device knows a number alone. `PLACE` and `NUMBER` are put in by the script. */
export function PatternLine({ locale }: { locale: Locale }) {
  const say = words(locale)
  return (
    <fieldset id="place-PLACE">
      <legend>{say('register.number')} NUMBER</legend>
      <input type="hidden" name="place-PLACE" value="1" />
      <MarkChoice locale={locale} placeId="PLACE" chosen="" />
      <WhyBox locale={locale} placeId="PLACE" of="NUMBER" why="" problems={[]} />
    </fieldset>
  )
}

function MarkChoice({ locale, placeId, chosen }: { locale: Locale; placeId: string; chosen: string }) {
  return (
    <div class="tl-reg__opts">
      {choices.map(([mark, glyph], index) => {
        const id = `mark-${placeId}-${index}`
        return (
          <div>
            <input type="radio" id={id} name={`mark-${placeId}`} value={mark} checked={chosen === mark} />
            <label for={id}>
              <Glyph name={glyph} />
              {words(locale)(`mark.${mark}`)}
            </label>
          </div>
        )
      })}
    </div>
  )
}

type WhyProps = Pick<Props, 'locale' | 'problems'> & { placeId: string; of: string; why: string }

function WhyBox({ locale, placeId, of, why, problems }: WhyProps) {
  const say = words(locale)
  return (
    <details class="tl-reg__note" open={why !== ''}>
      <summary>
        {say('register.why')}
        <span class="govuk-visually-hidden">: {of}</span>
      </summary>
      <Input
        name={`why-${placeId}`}
        label={say('register.why-label')}
        value={why}
        error={problemOf(problems, `why-${placeId}`, say)}
      />
    </details>
  )
}
