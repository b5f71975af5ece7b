/** What is added to people's own words in a rewording, French as they are. */
export const rewordedTexts = {
  /** Why two trades suggest two lots: L2113-10 makes lots the rule as soon as the services can be told apart. */
  lots: (labels: readonly string[]) =>
    `Le besoin réunit ${labels.join(' et ')}, que des entreprises différentes savent faire : l'article L2113-10 demande des lots séparés quand les prestations peuvent se distinguer.`,
};
