import type { Child } from 'hono/jsx'
import { Facts, FitList } from './lists.tsx'
import { StatusTag } from './status.tsx'

export interface ServiceCardProps {
  /** Of the radio; the id differs for each card. */
  name: string
  id: string
  value: string
  isChosen?: boolean | undefined
  title: string
  provider: string
  /** "Free from Wednesday", "Wait 9 days". */
  tag?: { text: string; tone?: 'good' | 'warn' | 'bad' | undefined } | undefined
  fits: readonly { text: string; isMet: boolean; hiddenText?: string | undefined }[]
  facts?: readonly { term: string; value: Child }[] | undefined
  headingLevel?: 2 | 3 | undefined
}

/** One service to choose: why it fits or does not, its room, how reliably it answers, when it was checked. */
export function ServiceCard(props: ServiceCardProps) {
  const { id, title, provider, tag, facts = [] } = props
  const Heading = `h${props.headingLevel ?? 3}` as 'h3'
  return (
    <div class="tl-svc">
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          type="radio"
          name={props.name}
          id={id}
          value={props.value}
          checked={props.isChosen}
        />
        <label class="govuk-label govuk-radios__label" for={id}>
          <span class="govuk-visually-hidden">
            {title}, {provider}
          </span>
        </label>
      </div>
      <div>
        <div class="tl-svc__h">
          <Heading class="govuk-heading-s tl-m0">
            <label for={id}>{title}</label>
          </Heading>
          {tag && <StatusTag tone={tag.tone}>{tag.text}</StatusTag>}
        </div>
        <p class="tl-prov">{provider}</p>
        <FitList fits={props.fits} />
        {facts.length > 0 && <Facts facts={facts} />}
      </div>
    </div>
  )
}
