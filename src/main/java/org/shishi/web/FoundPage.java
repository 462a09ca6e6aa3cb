package org.shishi.web;

/** What the owner of a phone or identity number asked before. */
public record FoundPage(Frame frame, CallerPage caller) {}
