import {
  AlreadyAnswered,
  Button,
  ButtonGroup,
  CharacterCount,
  Checkboxes,
  Columns,
  DateInput,
  FileUpload,
  Input,
  Link,
  PasswordInput,
  PathwayMenu,
  ProblemSummary,
  Question,
  Radios,
  ReadinessScale,
  SavedLine,
  Select,
  ServiceCard,
  Textarea,
  WarningText,
} from '../index.ts'
import { pathways } from './gallery-tables.tsx'

export function ProblemParts() {
  return (
    <ProblemSummary
      problems={[
        { field: 'where', message: 'Choose where Danny will sleep' },
        { field: 'bornOn', message: 'Enter the day Danny was born' },
      ]}
    />
  )
}

/** Forms, with what is wrong shown. */
export function FormParts() {
  const menu = (
    <PathwayMenu
      label="Pages of this assessment"
      pathways={pathways.map((pathway, index) => ({ ...pathway, href: '#main', isCurrent: index === 0 }))}
    />
  )
  return <Columns menu={menu} main={<Questions />} />
}

function Questions() {
  return (
    <form action="#main" method="post" novalidate data-draft-url="/drafts">
      <h2 class="govuk-heading-m">An assessment</h2>
      <Question id="known" title="Already answered">
        <AlreadyAnswered
          id="pv1"
          question="Where did you live before prison?"
          answer="With a relative, no tenancy"
          source="Told to Sarah Bright, Wexley Probation, 9 October 2026."
        >
          <Radios
            name="kept"
            legend={{ text: 'Is it still true?', class: 'govuk-visually-hidden' }}
            isSmall
            isInline
            value="same"
            items={[
              { value: 'same', text: 'Still true' },
              { value: 'changed', text: 'It has changed' },
            ]}
          />
        </AlreadyAnswered>
      </Question>
      <Question>
        <Radios
          name="where"
          legend={{ text: 'Where will Danny sleep on the first night?', size: 'm' }}
          hint="Plan for Wednesday 25 November."
          error="Choose where Danny will sleep"
          items={[
            { value: 'OWN', text: 'His own place' },
            {
              value: 'FAMILY',
              text: 'With family',
              hint: 'The address will be checked',
              conditional: <Input name="address" label="Address" />,
            },
            { divider: 'or' },
            { value: 'NO_ANSWER', text: 'He would rather not say' },
          ]}
        />
      </Question>
      <Question>
        <CharacterCount
          name="words"
          label={{ text: 'What does Danny say about it?', size: 'm' }}
          hint="His own words."
          maxLength={1000}
          value="I don’t want to end up on someone’s sofa again."
        />
        <ReadinessScale
          name="ready"
          legend={{ text: 'How ready does Danny feel?', size: 'm' }}
          hint="Ask him to choose a number."
          least="Not at all"
          most="Fully ready"
          noAnswer="He would rather not say"
          value="6"
        />
      </Question>
      <DateInput
        name="bornOn"
        legend="When was Danny born?"
        hint="For example, 4 5 1991"
        error="Enter the day Danny was born"
        values={{ day: '31', month: '2', year: '1991' }}
      />
      <Input name="email" label="Work e-mail" type="email" width={20} autocomplete="email" />
      <PasswordInput name="password" label="Password" />
      <Select
        name="agency"
        label="Agency"
        items={[
          { text: 'Choose', value: '' },
          { text: 'Wexley Probation', value: '1' },
        ]}
      />
      <Checkboxes
        name="needs"
        legend="What helps Danny?"
        items={[
          { value: 'read', text: 'Having it read to him' },
          { value: 'none', text: 'Nothing', behaviour: 'exclusive' },
        ]}
      />
      <Textarea name="why" label="Why this service?" rows={3} />
      <FileUpload name="file" label="Release list" hint="A CSV file" accept=".csv" />
      <Question id="services" title="1 service fits">
        <ServiceCard
          name="service"
          id="s1"
          value="s1"
          isChosen
          title="Mill Lane temporary bed"
          provider="Wexley Council"
          tag={{ text: 'Free from Wednesday', tone: 'good' }}
          fits={[
            { text: 'Takes men over 18 on licence', isMet: true },
            { text: 'No room before 2 December', isMet: false, hiddenText: 'Does not fit' },
          ]}
          facts={[
            { term: 'Beds free', value: '1 of 12' },
            { term: 'Checked', value: '20 Nov 2026' },
          ]}
        />
      </Question>
      <WarningText>This cannot be undone.</WarningText>
      <SavedLine time="10:38" note="Nobody else sees it until you submit." />
      <ButtonGroup>
        <Button preventDoubleClick>Save and go on</Button>
        <Button kind="secondary">Check</Button>
        <Button kind="warning">Withdraw</Button>
        <Link href="#main">Stop here</Link>
      </ButtonGroup>
    </form>
  )
}
