package org.shishi.paper.lists;

import java.util.Optional;

/**
 * How a list is written.
 *
 * @param encoding of a CSV; empty: found out
 * @param separator between the cells of a CSV
 * @param sheet of a workbook; empty: the first
 * @param headings the row the headings stand in, from 1; what is above it is left out
 */
public record Written(Optional<String> encoding, char separator, Optional<String> sheet, int headings) {
    public static final Written USUALLY = new Written(Optional.empty(), ',', Optional.empty(), 1);
}
