import { Layout } from '../../layout.tsx'
import type { PageContext } from '../../page-context.ts'
import {
  Button,
  Checkboxes,
  DateInput,
  Input,
  LivePart,
  LiveRegion,
  type News,
  PasswordInput,
  PrintButton,
  ProblemSummary,
  Radios,
  SavedLine,
  Textarea,
  Timeline,
} from '../index.ts'

const filler = Array.from({ length: 60 }, (_, line) => `Line ${line}`)

/** A page with one of everything that a script touches. */
export function ScriptPage({ page }: { page: PageContext }) {
  return (
    <Layout page={page} title="Scripts">
      <h1>Scripts</h1>
      <ProblemSummary problems={[{ field: 'bornOn', message: 'Enter a day' }]} />
      <PrintButton>Print</PrintButton>
      <form method="post" action="/sent" data-draft-url="/drafts/1" novalidate>
        <input type="hidden" name="formId" value="0190" />
        <Radios
          name="where"
          legend="Where?"
          items={[
            { value: 'OWN', text: 'Own place' },
            { value: 'FAMILY', text: 'Family', conditional: <Input name="address" label="Address" /> },
          ]}
        />
        <Checkboxes
          name="needs"
          legend="What?"
          items={[
            { value: 'A', text: 'A bed' },
            { value: 'NONE', text: 'Nothing', behaviour: 'exclusive' },
          ]}
        />
        <DateInput name="bornOn" legend="Born" error="Enter a day" />
        <Textarea name="note" label="Note" />
        <PasswordInput name="password" label="Password" />
        <SavedLine />
        <Button>Send</Button>
      </form>
      <LiveRegion id="timeline" fetchUrl="/timeline?since=1">
        <Entries titles={['First entry']} />
      </LiveRegion>
      {filler.map((line, index) => (
        <p id={`line-${index}`}>{line}</p>
      ))}
    </Layout>
  )
}

/** What the live part is fetched as. */
export function TimelinePart({ titles, news }: { titles: string[]; news?: News }) {
  return (
    <LivePart news={news}>
      <Entries titles={titles} />
    </LivePart>
  )
}

function Entries({ titles }: { titles: string[] }) {
  const entries = titles.map((title) => ({
    id: `entry-${title.replaceAll(' ', '-')}`,
    initials: 'WC',
    kind: 'council',
    title,
    by: 'Dee Parry, Wexley Council, 10:42',
    actions: <a href="#main">Correct {title}</a>,
  }))
  return <Timeline days={[{ title: 'Today', entries }]} level={2} />
}
