package org.shishi.web.citizen;

import org.shishi.web.Frame;

/**
 * Asks for a number and a query code.
 *
 * @param number as typed before; the code is never shown again
 * @param wrong what was wrong; empty when nothing was
 */
public record AskPage(Frame frame, String number, String wrong) {}
