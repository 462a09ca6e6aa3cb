package org.shishi.web;

import java.util.Optional;

/**
 * The form that puts a new matter on account.
 *
 * @param caller what the caller asked before; empty until it was looked for
 */
public record IntakePage(Frame frame, FormView form, Optional<CallerPage> caller) {}
