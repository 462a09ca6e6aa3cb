package org.shishi.advice;

import org.shishi.matter.Matter;

/**
 * A matter about much the same.
 *
 * @param likeness 1 is about the same words, 0 nothing in common
 * @param isNear whether it is about the same place
 */
public record Similar(Matter matter, double likeness, boolean isNear) {}
