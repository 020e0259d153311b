import { PlainList, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Figures } from '../queries/figures.ts'
import { figureNames, sharesOf } from '../shown-figures.ts'
import { wilson } from '../wilson.ts'
import { words } from '../words.ts'
import { percentText } from './said.ts'

interface Props {
  page: PageContext
  figures: Figures
  title: string
}

/**
 * Attendance, staying and completion, each as a count with how far chance could move it. Attendance of those who were marked stands
 * beside attendance of all who began: a group that one person is left of comes to all of its sessions.
 */
export function FiguresPart({ page, figures, title }: Props) {
  const say = words(page.locale)
  const { sessions, held, full, differing } = figures
  const shares = sharesOf(figures)
  return (
    <Section id="h-figures" title={title}>
      <p class="govuk-body tl-num">{say('figures.held', { held, of: sessions, full })}</p>
      <PlainList>
        {figureNames.map((name) => {
          const [part, of] = shares[name]
          const share = wilson(part, of)
          return (
            <li>
              <strong>{say(`figures.${name}`)}</strong>
              <p class="tl-m0 tl-num">
                {share
                  ? say('figures.share', {
                      part,
                      of,
                      share: percentText(page.locale, share.share),
                      from: percentText(page.locale, share.from),
                      to: percentText(page.locale, share.to),
                    })
                  : say('figures.nothing-yet')}
              </p>
            </li>
          )
        })}
      </PlainList>
      {differing > 0 && <p class="govuk-body">{say('figures.differing', { count: differing })}</p>}
      <p class="tl-quiet">{say('figures.caveat')}</p>
    </Section>
  )
}
