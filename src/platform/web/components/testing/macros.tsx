import { raw } from 'hono/html'
import {
  BackLink,
  Button,
  Details,
  ErrorMessage,
  ErrorSummary,
  Fieldset,
  Hint,
  InsetText,
  Label,
  NotificationBanner,
  SkipLink,
  WarningText,
} from '../index.ts'
import { fields } from './macro-fields.tsx'
import { lists } from './macro-lists.tsx'
import { content, link, look, type Options, slot } from './macro-options.tsx'

/** Each of GOV.UK's macros, drawn by the component of ours that stands for it. */
export const macros: Record<string, (options: Options) => unknown> = {
  ...fields,
  ...lists,
  'back-link': (o) => (
    <BackLink {...look(o)} href={o['href']}>
      {content(o)}
    </BackLink>
  ),
  button: (o) => (
    <Button
      {...look(o)}
      href={o['href']}
      id={o['id']}
      type={o['type']}
      name={o['name']}
      value={o['value']}
      isDisabled={o['disabled']}
      isStart={o['isStartButton']}
      preventDoubleClick={o['preventDoubleClick']}
    >
      {o['html'] && o['isStartButton'] ? <span>{content(o)}</span> : content(o)}
    </Button>
  ),
  details: (o) => (
    <Details {...look(o)} id={o['id']} isOpen={o['open']} summary={content(o, 'summaryText', 'summaryHtml')}>
      {content(o)}
    </Details>
  ),
  'error-message': (o) => (
    <ErrorMessage {...look(o)} id={o['id']} prefix={o['visuallyHiddenText']}>
      {content(o)}
    </ErrorMessage>
  ),
  'error-summary': (o) => (
    <ErrorSummary
      {...look(o)}
      title={content(o, 'titleText', 'titleHtml')}
      description={content(o, 'descriptionText', 'descriptionHtml')}
      errors={o['errorList']?.map(link)}
      doesNotTakeFocus={o['disableAutoFocus']}
    />
  ),
  fieldset: (o) => (
    <Fieldset {...look(o)} role={o['role']} describedBy={o['describedBy']} legend={slot(o['legend'])}>
      {content(o)}
    </Fieldset>
  ),
  hint: (o) => (
    <Hint {...look(o)} id={o['id']}>
      {content(o)}
    </Hint>
  ),
  'inset-text': (o) => (
    <InsetText {...look(o)} id={o['id']}>
      {content(o)}
    </InsetText>
  ),
  label: (o) =>
    content(o) ? (
      <Label {...look(o)} for={o['for']} isPageHeading={o['isPageHeading']}>
        {content(o)}
      </Label>
    ) : (
      ''
    ),
  'notification-banner': (o) => (
    <NotificationBanner
      {...look(o)}
      isSuccess={o['type'] === 'success'}
      title={content(o, 'titleText', 'titleHtml')}
      titleId={o['titleId']}
      headingLevel={o['titleHeadingLevel']}
      role={o['role']}
      doesNotTakeFocus={o['disableAutoFocus']}
      text={o['text']}
    >
      {o['html'] && raw(o['html'])}
    </NotificationBanner>
  ),
  'skip-link': (o) => (
    <SkipLink {...look(o)} href={o['href']}>
      {content(o)}
    </SkipLink>
  ),
  'warning-text': (o) => (
    <WarningText {...look(o)} prefix={o['iconFallbackText']}>
      {content(o)}
    </WarningText>
  ),
}
