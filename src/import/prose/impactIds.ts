import type { NamedComponent } from './componentNames.ts';

/** An impact that the claims of a document are about: one for each component, or one that names none. */
export interface PageImpact {
  /** `main`, then `main-2`, `main-3` … in the order in which the document names the components. */
  readonly impactId: string;
  /** The component. */
  readonly component?: NamedComponent;
}

/** The impacts of a document. */
export const pageImpacts = (components: readonly NamedComponent[]): readonly PageImpact[] =>
  components.length === 0
    ? [{ impactId: 'main' }]
    : components.map((component, index) => ({
        impactId: index === 0 ? 'main' : `main-${index + 1}`,
        component,
      }));
