// GOV.UK Frontend ships no types. These are the parts that we start.
declare module 'govuk-frontend' {
  type Part = abstract new (...args: never) => object
  export const Button: Part
  export const CharacterCount: Part
  export const Checkboxes: Part
  export const ErrorSummary: Part
  export const NotificationBanner: Part
  export const PasswordInput: Part
  export const Radios: Part
  export const ServiceNavigation: Part
  export const SkipLink: Part
  export function createAll(part: Part, settings?: object, within?: Element): void
}
