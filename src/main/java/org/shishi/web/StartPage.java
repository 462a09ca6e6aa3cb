package org.shishi.web;

/** The start page for whoever is not signed in. */
public record StartPage(Frame frame, Size.Ledger ledger) {}
