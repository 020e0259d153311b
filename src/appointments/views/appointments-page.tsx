import { type CaseFrame, CaseLayout, mayWrite, PartNotSeen, sees } from '../../cases/index.ts'
import {
  Button,
  Empty,
  PageHead,
  Pager,
  PrintButton,
  Section,
  StepList,
  WayOn,
} from '../../platform/web/components/index.ts'
import type { PageContext } from '../../platform/web/page-context.ts'
import type { Appointment } from '../queries/appointments.ts'
import { words } from '../words.ts'
import { appointmentLine } from './appointment-line.tsx'

export interface AppointmentsPageProps {
  page: PageContext
  frame: CaseFrame
  coming: readonly Appointment[]
  past: readonly Appointment[]
  older: string | undefined
}

export function AppointmentsPage({ page, frame, coming, past, older }: AppointmentsPageProps) {
  const say = words(page.locale)
  const address = `/cases/${frame.caseId}/appointments`
  return (
    <CaseLayout page={page} frame={frame} current="appointments" title={say('list.title')}>
      <PageHead
        title={say('list.title')}
        sub={say('list.sub', { name: frame.calledName })}
        actions={
          <>
            <PrintButton>{say('list.print')}</PrintButton>
            <Button kind="secondary" href={`/cases/${frame.caseId}/calendar`}>
              {say('list.calendar')}
            </Button>
            {mayWrite(frame, 'plan') && <Button href={`${address}/new`}>{say('list.add')}</Button>}
          </>
        }
      />
      <WayOn href={`/cases/${frame.caseId}/reminders`}>{say('list.reminders', { name: frame.calledName })}</WayOn>
      {!sees(frame, 'plan') && <PartNotSeen locale={page.locale} frame={frame} />}
      {sees(frame, 'plan') && (
        <>
          <Section id="h-coming" title={say('list.coming')}>
            {coming.length > 0 ? (
              <StepList steps={coming.map((each) => appointmentLine(each, page.locale, { isPast: false }))} />
            ) : (
              <Empty title={say('list.none-coming')}>
                <p class="govuk-body">{say('list.none-coming-text', { name: frame.calledName })}</p>
              </Empty>
            )}
          </Section>
          <Section id="h-past" title={say('list.past')}>
            {past.length === 0 && <p class="govuk-body">{say('list.none-past')}</p>}
            <StepList steps={past.map((each) => appointmentLine(each, page.locale, { isPast: true }))} />
            {past.length > 0 && (
              <Pager
                shown={say('list.shown', { count: past.length })}
                next={older ? { href: `${address}?before=${older}#h-past`, text: say('list.older') } : undefined}
              />
            )}
          </Section>
        </>
      )}
    </CaseLayout>
  )
}
