package org.shishi.web;

import java.util.List;

/**
 * What somebody may want to look at again before they send a form, as a part of its page.
 *
 * @param action of the form
 * @param hints in words; empty when there is nothing to look at
 */
public record LookPage(Say say, String action, List<String> hints) {}
