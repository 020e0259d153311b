import {
  BackLink,
  Details,
  InsetText,
  NotificationBanner,
  Panel,
  PassportCode,
  PassportDo,
  PassportHelper,
  PassportOut,
  PassportPart,
  PassportPlan,
  PassportSheet,
  SummaryList,
} from '../index.ts'

/** GOV.UK parts for reading, and the passport. */
export function ReadingParts() {
  return (
    <>
      <BackLink href="#main">Inbox</BackLink>
      <NotificationBanner text="The note was sent." isSuccess doesNotTakeFocus />
      <NotificationBanner title="Important" titleId="banner-2" text="Dates came late today." />
      <SummaryList
        card={{ title: 'Check before you send' }}
        rows={[
          { key: 'To', value: 'Mill Lane', actions: [{ href: '#main', text: 'Change', hiddenText: 'the service' }] },
          { key: 'Why', value: 'A bed from Wednesday' },
        ]}
      />
      <Details summary="4 services do not fit, and why">Takes women only.</Details>
      <InsetText>Nothing is sent yet.</InsetText>
      <Panel title="Referral sent" headingLevel={2}>
        HK4827RT
      </Panel>
      <PassportSheetOnce />
    </>
  )
}

function PassportSheetOnce() {
  return (
    <PassportSheet title="Danny’s passport" sub="Made with Danny. 23 November 2026." isPart>
      <PassportOut label="My release date" date="Friday 27 November" text="It may be as early as Wednesday 25." />
      <PassportPart id="p-who" title="Who helps me" icon="people">
        <ul>
          <PassportHelper name="Amira" who="My key worker in prison" number="01632 960 118" />
        </ul>
      </PassportPart>
      <PassportPart id="p-day" title="My first day" icon="calendar">
        <ul>
          <PassportDo icon="gate" title="8:45. Joe meets me" text="At the gate." />
        </ul>
      </PassportPart>
      <PassportPart id="p-plan" title="My plan" icon="flag" kind="back">
        <ul>
          <PassportPlan
            icon="home"
            name="Home"
            lines={[{ text: 'A room at Mill Lane', isDone: false, hiddenText: 'next' }]}
          />
        </ul>
      </PassportPart>
      <PassportCode label="Code for staff" size={2} path="M0 0h1v1h-1zM1 1h1v1h-1z">
        <b>For staff:</b> scan this, then sign in.
      </PassportCode>
    </PassportSheet>
  )
}
