package org.shishi.matter.store;

/**
 * How a matter is found.
 *
 * @param matter position of its first entry
 * @param under the procedure version it stands under
 */
public record HeadRow(long matter, String number, String under) {}
