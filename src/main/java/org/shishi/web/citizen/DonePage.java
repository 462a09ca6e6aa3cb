package org.shishi.web.citizen;

import org.shishi.web.Frame;

/**
 * What somebody takes home who has just put a matter on account.
 *
 * @param position of the entry the receipt is for
 */
public record DonePage(Frame frame, String number, String code, long position) {}
