import { CaseLayout } from '../../cases/index.ts'
import { formatAt } from '../../platform/dates.ts'
import {
  BackLink,
  Empty,
  Note,
  PageHead,
  PlainList,
  PrintButton,
  Section,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { AgendaGroup } from '../queries/agenda.ts'
import type { ShownAgenda } from '../read-handover.ts'
import { words } from '../words.ts'
import { lineText } from './agenda-line.ts'
import { Points } from './points.tsx'

interface Props extends ShownAgenda {
  page: PageContext
}

/** What was done in prison and what is open, on paper too. */
export function AgendaPage({ page, frame, handover, agenda, points, isFrozen }: Props) {
  const { locale } = page
  const say = words(locale)
  const title = say('agenda.title', { name: frame.calledName })
  const { fromName: from, toName: to, sentAt } = handover
  const said = isFrozen && sentAt ? say('agenda.as-at', { at: formatAt(locale, sentAt, 'long') }) : say('agenda.live')
  return (
    <CaseLayout page={page} frame={frame} current="plan" title={title}>
      <BackLink href={`/handovers/${handover.id}`}>{say('hold.back')}</BackLink>
      <PageHead title={title} sub={said} actions={<PrintButton>{say('agenda.print')}</PrintButton>} />
      <Note>
        <p>{say('agenda.both', { from, to })}</p>
      </Note>
      {agenda.length === 0 && (
        <Empty title={say('agenda.none')}>
          <p class="govuk-body">{say('agenda.none-text')}</p>
        </Empty>
      )}
      {agenda.map(({ fieldGroup, lines }) => (
        <Section id={`h-${fieldGroup}`} title={say(`agenda.${fieldGroup as AgendaGroup}`)}>
          <PlainList>
            {lines.map((line) => {
              const { title: head, text } = lineText(locale, line)
              return (
                <li>
                  <b>{head}</b>
                  {text && <span class="tl-kept"> {text}</span>}
                </li>
              )
            })}
          </PlainList>
        </Section>
      ))}
      {isFrozen && (
        <Section id="h-points" title={say('points')}>
          <Points page={page} handover={handover} points={points} person={frame.calledName} />
        </Section>
      )}
    </CaseLayout>
  )
}
