package org.shishi.matter.store;

/**
 * What has to be known of a matter before a command on it can be made ready.
 *
 * @param matter position of its first entry
 * @param under the procedure version it stands under
 */
public record HeadRow(long matter, String under) {}
