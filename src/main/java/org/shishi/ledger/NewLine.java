package org.shishi.ledger;

import java.util.Optional;

/**
 * A line about to be stored, with what it says.
 *
 * @param slip the caller's own id of this act (回执号), found again by a second try; empty when there is none
 */
public record NewLine(Line line, Optional<Body> facts, Optional<Body> secret, String slip) {}
