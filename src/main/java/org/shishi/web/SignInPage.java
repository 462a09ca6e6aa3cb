package org.shishi.web;

/**
 * The form to sign in.
 *
 * @param account as typed before
 * @param wrong why it did not work, in words; empty at the first look
 */
public record SignInPage(Frame frame, String account, String wrong) {}
