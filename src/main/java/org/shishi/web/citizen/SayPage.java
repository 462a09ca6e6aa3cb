package org.shishi.web.citizen;

import org.shishi.web.FormView;
import org.shishi.web.Frame;

/**
 * Somebody says it in their own words.
 *
 * @param wrong what concerns no field; empty when nothing does
 */
public record SayPage(Frame frame, FormView form, String wrong) {}
