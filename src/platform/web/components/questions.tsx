import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Slot } from './attributes.ts'
import { describedBy, type FieldOptions, Group, HintAndError } from './field.tsx'
import { Fieldset, type LegendPiece } from './fieldset.tsx'

/** One question of a page, parted from the next by a rule. With `title` it is a section with its own heading. */
export function Question({ id, title, children }: PropsWithChildren<{ id?: string | undefined; title?: Child }>) {
  if (!title) return <div class="tl-q">{children}</div>
  return (
    <section class="tl-q" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** An answer that was given before: what, by whom, until when it is good; the choice to keep it comes as children. */
export function AlreadyAnswered({
  id,
  question,
  answer,
  source,
  children,
}: PropsWithChildren<{ id: string; question: Child; answer: Child; source: Child }>) {
  return (
    <div class="tl-prev">
      <h3 id={id}>{question}</h3>
      <p class="tl-ans">{answer}</p>
      <p class="tl-by">{source}</p>
      {children}
    </div>
  )
}

export interface ReadinessScaleProps extends Pick<FieldOptions, 'name' | 'hint' | 'error'> {
  legend: Slot<LegendPiece>
  /** What 1 and 7 mean. */
  least: string
  most: string
  /** "Would rather not say": sent as NO_ANSWER. */
  noAnswer: string
  value?: string | number | undefined
}

/** Readiness from 1 to 7: real radios that look like buttons. */
export function ReadinessScale({ name, legend, hint, error, least, most, noAnswer, value }: ReadinessScaleProps) {
  const ends: Record<number, string> = { 1: least, 7: most }
  return (
    <Group error={error}>
      <Fieldset legend={legend} describedBy={describedBy(name, { hint, error })}>
        <HintAndError id={name} hint={hint} error={error} />
        <div class="tl-scale">
          {[1, 2, 3, 4, 5, 6, 7].map((step) => (
            <div class="govuk-radios__item">
              <Radio name={name} id={step === 1 ? name : `${name}-${step}`} value={String(step)} chosen={value}>
                {step}
                {ends[step] && <span class="govuk-visually-hidden">, {ends[step]}</span>}
              </Radio>
            </div>
          ))}
        </div>
        <div class="tl-ends" aria-hidden="true">
          <span>{least}</span>
          <span>{most}</span>
        </div>
        <div class="govuk-radios govuk-radios--small">
          <div class="govuk-radios__item">
            <Radio name={name} id={`${name}-no-answer`} value="NO_ANSWER" chosen={value}>
              {noAnswer}
            </Radio>
          </div>
        </div>
      </Fieldset>
    </Group>
  )
}

function Radio({
  name,
  id,
  value,
  chosen,
  children,
}: PropsWithChildren<{ name: string; id: string; value: string; chosen: string | number | undefined }>) {
  return (
    <>
      <input
        class="govuk-radios__input"
        type="radio"
        name={name}
        id={id}
        value={value}
        checked={String(chosen) === value}
      />
      <label class="govuk-label govuk-radios__label" for={id}>
        {children}
      </label>
    </>
  )
}
