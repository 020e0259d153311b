import { PlainList, Section } from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import { languageTags } from '../../platform/words.ts'
import type { Figures } from '../queries/figures.ts'
import { wilson } from '../wilson.ts'
import { words } from '../words.ts'

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
  const { sessions, held, full, began, stayed, completed, over, marked, came, possible, differing } = figures
  const rows = [
    ['attendance', came, marked],
    ['attendance-of-all', came, possible],
    ['stayed', stayed, began],
    ['completed', completed, over],
  ] as const
  const percent = (share: number) =>
    share.toLocaleString(languageTags[page.locale], { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Section id="h-figures" title={title}>
      <p class="govuk-body tl-num">{say('figures.held', { held, of: sessions, full })}</p>
      <PlainList>
        {rows.map(([name, part, of]) => {
          const share = wilson(part, of)
          return (
            <li>
              <strong>{say(`figures.${name}`)}</strong>
              <p class="tl-m0 tl-num">
                {share
                  ? say('figures.share', {
                      part,
                      of,
                      share: percent(share.share),
                      from: percent(share.from),
                      to: percent(share.to),
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
