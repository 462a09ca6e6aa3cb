package org.shishi.ledger;

/**
 * Who acted: the account, the duty it acted in, and the unit it acted for (谁, 以什么职责, 代表哪个单位).
 *
 * @param unit empty for someone who acts for no unit, such as a citizen or the clock
 */
public record By(String account, String duty, String unit) {}
