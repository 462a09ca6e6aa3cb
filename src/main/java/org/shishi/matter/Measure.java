package org.shishi.matter;

import java.util.Optional;

/**
 * A value read off one matter for a register's column; named and found like a {@link Check}. A number comes as decimal
 * text, a day in ISO 8601.
 */
public interface Measure {
    Optional<String> of(Matter matter);
}
