package org.shishi.web.citizen;

import java.util.List;
import org.shishi.web.Frame;
import org.shishi.web.Size;

/**
 * The start page for whoever is not signed in.
 *
 * @param figures the published ones
 * @param asAt up to which entry they are true, and for which days
 */
public record StartPage(Frame frame, Size.Ledger ledger, List<PublishedPage.Shown> figures, String asAt) {}
