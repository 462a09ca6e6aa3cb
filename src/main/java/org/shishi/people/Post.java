package org.shishi.people;

/**
 * A duty held in a unit (岗位). The same person may hold several.
 *
 * @param duty as the packs name it: operator, dispatcher, handler, …
 * @param unit id of the unit it is held in; empty for a duty outside all units (a citizen, the clock)
 */
public record Post(String duty, String unit) {}
